import type { ConversationId, EstimatedWait, Locale, QueueStatus, WaitOutcome } from '@deskbell/protocol'
import type { Conversation, NewItem } from '../desk.ts'

/**
 * One wait: from asking, until an operator has the conversation or the visitor stops waiting. A conversation that returns
 * to the line before an operator has written anything goes on with the same wait; after an answer another one begins, and
 * for a visitor who was away and comes back.
 * Times in ms since 1970.
 */
export interface Wait {
  conversationId: ConversationId
  askedAt: number
  locale: Locale
  /** The place that was told first, 1 is next. */
  position: number
  first: EstimatedWait
  /** What was told last, and when. Absent: nothing was told yet; `first` is what would have been. */
  last?: EstimatedWait & { at: number }
  outcome?: WaitOutcome
  endedAt?: number
  /** When an operator first wrote, after the wait. */
  answeredAt?: number
}

/** What may begin, end or go on with a wait. */
export interface WaitChange {
  conversation: Conversation
  items: readonly NewItem[]
  isAnyoneOnDuty: boolean
  /** What somebody who joins the line now may be told. */
  next: () => QueueStatus
}

/** A conversation's wait after what happened in it: the same object when it means nothing for the wait. */
export function waitAfter(before: Wait | undefined, change: WaitChange): Wait | undefined {
  return change.items.reduce<Wait | undefined>((wait, item) => after(wait, item, change), before)
}

/** What a visitor in line was told now. The first time, it is the promise. */
export function tell(wait: Wait, { position, ...told }: QueueStatus, at: number): Wait {
  const last = { ...told, at }
  return wait.last ? { ...wait, last } : { ...wait, position, first: told, last }
}

function after(wait: Wait | undefined, item: NewItem, change: WaitChange): Wait | undefined {
  switch (item.kind) {
    case 'message':
      if (item.of) return wait
      if (item.from === 'visitor') return item.seq === 1 && !isQuestion(change) ? begun(change, item.at) : wait
      return isUnanswered(wait) ? { ...wait, answeredAt: item.at } : wait
    case 'returned':
      return isUnanswered(wait) ? goingOn(wait) : begun(change, item.at, wait)
    case 'rejoined':
      return begun(change, item.at, wait)
    case 'assigned':
      return ended(wait, 'served', item.at)
    case 'pended':
      return ended(wait, ownWill(change, change.conversation.isVisitorPresent ? 'question' : 'left'), item.at)
    case 'closed':
      return ended(wait, item.by === undefined ? ownWill(change, 'left') : 'nobody-came', item.at)
    default:
      return wait
  }
}

/** Left for later from the beginning: nobody waits for that. */
function isQuestion({ items }: WaitChange): boolean {
  return items[1]?.kind === 'pended'
}

/** Somebody has it, and has written nothing yet. */
function isUnanswered(wait: Wait | undefined): wait is Wait {
  return wait?.outcome === 'served' && wait.answeredAt === undefined
}

/** Later than the wait before it, also where the clock was set back: the newest is the one that goes on. */
function begun({ conversation, next }: WaitChange, at: number, before?: Wait): Wait {
  const { position, ...first } = next()
  const askedAt = before ? Math.max(at, before.askedAt + 1) : at
  return { conversationId: conversation.id, askedAt, locale: conversation.locale, position, first }
}

function goingOn({ outcome: _outcome, endedAt: _endedAt, ...wait }: Wait): Wait {
  return wait
}

function ended(wait: Wait | undefined, outcome: WaitOutcome, at: number): Wait | undefined {
  return wait && wait.outcome === undefined ? { ...wait, outcome, endedAt: Math.max(wait.askedAt, at) } : wait
}

/** Whoever stops waiting where nobody is left to come has not left of their own will. */
function ownWill({ isAnyoneOnDuty }: WaitChange, outcome: WaitOutcome): WaitOutcome {
  return isAnyoneOnDuty ? outcome : 'nobody-came'
}
