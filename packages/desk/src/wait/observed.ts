import type { Conversation, Desk, DeskOperator, NewItem } from '../desk.ts'
import { isAvailable } from '../operators.ts'
import { priorityOf } from '../queue.ts'
import type { Newcomer } from './estimator.ts'
import type { LineEvent } from './events.ts'

type Change = LineEvent extends infer E ? (E extends LineEvent ? Omit<E, 'at'> : never) : never

/** What happened to all these conversations, as their items were stored: to be seen again after a restart. */
export function eventsOfHistory(
  history: readonly { conversation: Conversation; items: readonly NewItem[] }[],
): LineEvent[] {
  const events = history.flatMap(({ conversation, items }) => {
    // Where the clock was set back, the order of the items holds.
    let latest = Number.NEGATIVE_INFINITY
    return eventsOfItems(conversation, items).map((event) => {
      latest = Math.max(latest, event.at)
      return { ...event, at: latest }
    })
  })
  return events.sort((one, other) => one.at - other.at)
}

/**
 * What new items of a conversation mean for the line, in their order. A close, and a question left for later, say both that a wait and that a conversation ended; the one that was not so is
 * passed over.
 */
export function eventsOfItems(conversation: Conversation, items: readonly NewItem[]): LineEvent[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1]
    const isQuestion = next?.kind === 'pended' && next.at === item.at
    return changesOf(conversation, item, isQuestion).map((change) => ({ ...change, at: item.at }) as LineEvent)
  })
}

function changesOf(conversation: Conversation, item: NewItem, isQuestion: boolean): Change[] {
  const conversationId = conversation.id
  switch (item.kind) {
    case 'message':
      return item.seq === 1 && !isQuestion ? [joining(conversation)] : []
    case 'assigned':
      return [{ kind: 'assigned', conversationId, operatorId: item.to }]
    case 'transferred':
      return [{ kind: 'transferred', conversationId, operatorId: item.to }]
    case 'reopened':
      return [{ kind: 'assigned', conversationId, operatorId: item.by }]
    case 'returned':
      return [{ kind: 'ended', conversationId, outcome: 'interrupted' }, joining(conversation)]
    case 'rejoined':
      return [joining(conversation)]
    case 'pended':
    case 'closed':
      return [
        { kind: 'left', conversationId, outcome: 'gave-up' },
        { kind: 'ended', conversationId, outcome: 'done' },
      ]
    default:
      return []
  }
}

function joining(conversation: Conversation): Change {
  const { id: conversationId, askedAt } = conversation
  return { kind: 'joined', conversationId, ...newcomerOf(conversation), askedAt }
}

/** What a conversation that joins the line asks for. */
export function newcomerOf(conversation: Conversation): Newcomer {
  const { skill, locale: language } = conversation
  return { needs: skill === undefined ? [] : [skill], language, priority: priorityOf(conversation) }
}

/** What changed in the team between two desks. Who never answered yet and does not now is not spoken of. */
export function eventsOfTeam(before: Desk, after: Desk, at: number): LineEvent[] {
  if (before.operators === after.operators) return []
  const changed = [...after.operators.values()].flatMap((operator) => {
    const known = before.operators.get(operator.id)
    const isNews = known ? known !== operator && isTold(known, operator) : isAvailable(operator)
    return isNews ? [stateOf(operator, at)] : []
  })
  const removed = [...before.operators.values()]
    .filter(({ id }) => !after.operators.has(id))
    .map((operator) => stateOf({ ...operator, isPresent: false }, at))
  return [...changed, ...removed]
}

function isTold(before: DeskOperator, after: DeskOperator): boolean {
  if (isAvailable(before) || isAvailable(after)) return true
  return before.isOnDuty !== after.isOnDuty || before.backAt !== after.backAt
}

function stateOf(operator: DeskOperator, at: number): LineEvent {
  const { id: operatorId, capacity, skills = [], languages = [], isOnDuty, until, backAt } = operator
  const state = isAvailable(operator) ? 'on-duty' : isOnDuty ? 'gone' : 'away'
  const planned = state === 'on-duty' ? until : backAt
  return {
    ...{ kind: 'operator', at, operatorId, state, capacity, skills, languages },
    ...(planned !== undefined && { until: planned }),
  }
}
