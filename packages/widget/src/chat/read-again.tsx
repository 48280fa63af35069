import { chatIcon, Icon } from '@deskbell/ui'
import type { ChatProps } from './model.ts'

/** The way back to the conversation that ended, for who has begun another one. */
export function ReadAgain({ context, chat }: ChatProps) {
  const { head, readAgain } = chat.conversation
  if (head.value?.status !== 'closed') return null
  return (
    <ul class="choices">
      <li>
        <button type="button" onClick={readAgain}>
          <Icon of={chatIcon} />
          {context.t('ended.readAgain')}
        </button>
      </li>
    </ul>
  )
}
