import { Icon, offlineIcon } from '@deskbell/ui'
import type { ChatProps } from './model.ts'

/** A quiet line: there is no connection, it is back, or this browser keeps nothing. */
export function ConnectionNote({ context, chat }: ChatProps) {
  const words = noteOf({ context, chat })
  return (
    <div role="status">
      {words && (
        <p class="connection-note">
          {chat.conversation.link.state.value !== 'up' && <Icon of={offlineIcon} />}
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}

function noteOf({ context, chat }: ChatProps): string | undefined {
  const { t } = context
  const { link, stage, forgets } = chat.conversation
  const lostAt = link.lostAt.value
  if (link.state.value === 'refused') return t('refusal.forbidden')
  if (lostAt !== undefined) {
    const isBeginning = stage.value === 'asking' || stage.value === 'sending'
    return isBeginning ? t('foot.offline') : t('connection.lostAt', { time: chat.phrasing.time(lostAt) })
  }
  if (link.isBack.value) return t('connection.back')
  if (forgets.value) return t('connection.forgets')
  return stage.value === 'asking' && !context.desk.isReachable.value ? t('foot.offline') : undefined
}
