import type { OperatorConversation } from '@deskbell/protocol'
import { useFollowed } from '../components/use-followed.ts'
import { type Inbox, useInbox } from '../inbox-context.ts'
import { isNew } from '../models/given.ts'
import { unreadOf } from '../models/lists.ts'
import type { ListName } from './list-name.ts'
import { receiptWords } from './receipt-words.ts'

/** How many messages of a row nobody has read. */
export function unreadHere({ desk }: Inbox, head: OperatorConversation): number {
  return unreadOf(head, desk.team.self.value.id)
}

interface Props {
  head: OperatorConversation
  list: ListName
  unread: number
}

/** The one state of a row, in words or as a count; nothing where there is nothing to know. */
export function ItemMark({ head, list, unread }: Props) {
  const inbox = useInbox()
  const { t, desk } = inbox
  // Follows its own words, not all that is read and written elsewhere.
  const words = useFollowed(() => stateInWords(inbox, head, list), [inbox, head, list])
  // The line below says that all of it is new.
  if (isNew(head, desk.team.self.value.id)) return null
  if (unread > 0 && list !== 'questions') {
    return (
      <span class="mark">
        <span class="unread" role="img" aria-label={t('lists.unread', { count: unread })}>
          {unread}
        </span>
      </span>
    )
  }
  return words ? <span class="mark">{words}</span> : null
}

function stateInWords({ t, desk }: Inbox, head: OperatorConversation, list: ListName): string | undefined {
  const writing = desk.typing.writing.value.get(head.id)
  return stateOf()

  /** Rows stand in the order of their promises; where there are several, the one whose turn it is says so. */
  function isNext(): boolean {
    const { waiting, nextInLine } = desk.lists
    return waiting.value.length > 1 && nextInLine.value === head.id
  }

  function isBlocked(): boolean {
    return (head.blockedUntil ?? 0) > desk.clock.now.value
  }

  /** A colleague who writes or reads there too, other than who has it. */
  function along(): string | undefined {
    if (writing?.by) return t('thread.isWriting', { name: writing.by.name })
    const holder = desk.team.names.value.get(head.operatorId ?? '')
    const reader = desk.reading.colleagues.value.get(head.id)?.find((name) => name !== holder)
    return reader === undefined ? undefined : t('lists.reading', { name: reader })
  }

  function stateOf(): string | undefined {
    if (writing && !writing.by) return t('lists.writing')
    if (head.followUp && head.status === 'pending' && list !== 'later') return t('lists.back')
    if (list === 'found' && head.status !== 'closed') return t(`archive.is.${head.status}`)
    if (list === 'closed' && isBlocked()) return t('lists.blocked')
    if (list === 'closed' || list === 'found') return head.rating && t(`lists.rated.${head.rating.solved}`)
    if (list !== 'team' && along() !== undefined) return along()
    if (list === 'later' && head.followUp) return desk.team.names.value.get(head.followUp.by)
    if (list === 'questions') return head.reference
    if (list === 'team') return [desk.team.names.value.get(head.operatorId ?? ''), along()].filter(Boolean).join(' · ')
    if (!head.isVisitorConnected) return t('lists.gone')
    if (list === 'waiting') return isNext() ? t('lists.isNext') : undefined
    return list === 'mine' && head.preview?.from === 'operator'
      ? t(receiptWords({ visitorHas: head.visitorHas }, head.lastSeq).key)
      : undefined
  }
}
