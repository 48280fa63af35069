import { Icon, leaveIcon, moreIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatProps } from './model.ts'

/** What is seldom wanted: ending the conversation. It asks nothing twice. */
export function ConversationMenu({ context, chat }: ChatProps) {
  const { t } = context
  const isOpen = useSignal(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const close = () => {
    isOpen.value = false
    button.current?.focus()
  }
  useLayoutEffect(() => menu.current?.querySelector('button')?.focus(), [isOpen.value])
  useClosingOutside(menu, isOpen.value, () => {
    isOpen.value = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return
    // Escape closes the menu, not the panel.
    event.stopPropagation()
    close()
  }
  return (
    <>
      <button
        class="icon-button"
        type="button"
        ref={button}
        aria-label={t('panel.more')}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value
        }}
      >
        <Icon of={moreIcon} />
      </button>
      {isOpen.value && (
        <div class="panel-menu" role="menu" tabIndex={-1} ref={menu} aria-label={t('panel.more')} onKeyDown={onKeyDown}>
          <button type="button" role="menuitem" onClick={chat.conversation.end}>
            <Icon of={leaveIcon} turns />
            {t('chat.end')}
          </button>
        </div>
      )}
    </>
  )
}

function useClosingOutside(menu: { current: HTMLElement | null }, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (menu.current && !event.composedPath().includes(menu.current)) close()
    }
    // The press that opened the menu is over by the time this effect runs.
    document.addEventListener('click', leave)
    return () => document.removeEventListener('click', leave)
  }, [isOpen])
}
