import { Icon, moreIcon } from '@deskbell/ui'
import { laterPart } from './later-view.tsx'
import type { ChatProps } from './model.ts'

const Menu = laterPart('Menu')

/** The button of what is seldom wanted, and the place where that opens. */
export function ConversationMenu({ context, chat }: ChatProps) {
  const { isMenuOpen } = chat
  return (
    <>
      <button
        class="icon-button"
        type="button"
        aria-label={context.t('panel.more')}
        aria-haspopup="menu"
        aria-expanded={isMenuOpen.value}
        onClick={() => {
          isMenuOpen.value = !isMenuOpen.value
        }}
      >
        <Icon of={moreIcon} />
      </button>
      {isMenuOpen.value && (
        <div class="panel-menu">
          <Menu context={context} chat={chat} />
        </div>
      )}
    </>
  )
}
