import { chatIcon, Icon } from '@deskbell/ui'
import type { ChatProps } from '../chat/model.ts'

/** The way back to the conversation that ended, for who has begun another one. */
export function ReadAgain({ context, chat }: ChatProps) {
  return (
    <ul class="choices">
      <li>
        <button type="button" onClick={chat.conversation.readAgain}>
          <Icon of={chatIcon} />
          {context.t('ended.readAgain')}
        </button>
      </li>
    </ul>
  )
}
