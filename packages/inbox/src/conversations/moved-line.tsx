import type { OperatorConversation } from '@deskbell/protocol'
import { type Inbox, useInbox } from '../inbox-context.ts'
import type { Moved } from '../models/thread-parts.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { clockTime } from '../words/times.ts'

/** What became of the conversation: taken, handed over, given back, left for later, closed, opened again. */
export function MovedLine({ head, item }: { head: OperatorConversation; item: Moved }) {
  const inbox = useInbox()
  return (
    <p class="moved">
      {wordsOf(inbox, head, item)} · <time>{clockTime(item.at, inbox.locale)}</time>
      {item.kind === 'closed' && item.reason && (
        <>
          {' · '}
          <bdi>{item.reason}</bdi>
        </>
      )}
    </p>
  )
}

function wordsOf({ t, desk }: Inbox, head: OperatorConversation, item: Moved): string {
  const selfId = desk.team.self.value.id
  switch (item.kind) {
    case 'assigned':
      return item.to.id === selfId ? t('thread.youHave') : t('thread.taken', { name: item.to.name })
    case 'transferred':
      return t('thread.transferred', { by: item.by.name, to: item.to.name })
    case 'handed':
      return t('thread.handed', { by: item.by.name, to: item.to.name })
    case 'handed-back':
      return t(item.isUndone ? 'thread.takenBack' : 'thread.handedBack', { by: item.by.name, to: item.to.name })
    case 'invited':
      return t('thread.invited', { by: item.by.name, to: item.to.name })
    case 'uninvited':
      return item.by.id === item.to.id
        ? t('thread.declined', { name: item.by.name })
        : t('thread.uninvited', { by: item.by.name, to: item.to.name })
    case 'joined':
      return t('thread.joined', { name: item.by.name })
    case 'left':
      return t('thread.left', { name: item.by.name })
    case 'returned':
      return item.skill === undefined
        ? t('thread.returned', { name: item.by.name })
        : t('thread.returnedFor', { name: item.by.name, skill: item.skill })
    case 'pended':
      return t('thread.pended', { reference: item.reference })
    case 'rejoined':
      return sentence(t('thread.rejoined', { name: visitorInText(t, head) }))
    case 'closed':
      return item.by
        ? t('thread.closed', { name: item.by.name })
        : sentence(t('thread.closedByVisitor', { name: visitorInText(t, head) }))
    case 'merged':
      return t('merge.merged', { name: item.by.name, reference: item.reference })
    case 'merged-into':
      return t('merge.mergedInto', { name: item.by.name })
    case 'parted':
      return t('merge.parted', { name: item.by.name, reference: item.reference })
    case 'reopened':
      return t('thread.reopened', { name: item.by.name })
  }
}
