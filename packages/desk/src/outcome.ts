import type { ConversationId, OperatorId, Refusal } from '@deskbell/protocol'
import { isOrderedMap, OrderedMap } from 'immutable'
import type { Conversation, Conversations, Desk, NewItem, Outcome } from './desk.ts'
import { loadOf, withOperator } from './operators.ts'
import { enter, leave } from './queue.ts'

type Unnumbered<T> = T extends NewItem ? Omit<T, 'seq' | 'at'> : never
/** Something that happened in a conversation, before it has its number and time. */
export type Happening = Unnumbered<NewItem>

/** A conversation that changed without a command of its own, and what to store of that. */
export interface Returned {
  conversation: Conversation
  items: readonly NewItem[]
}

/** `who`: because of whom. */
export function refuse(refusal: Refusal, who?: OperatorId): Extract<Outcome, { ok: false }> {
  return who === undefined ? { ok: false, refusal } : { ok: false, refusal, detail: who }
}

/** Nothing had to change: what was asked for is so already. */
export function unchanged(desk: Desk, conversation: Conversation): Outcome {
  return { ok: true, desk, conversation, items: [] }
}

/** Gives the happenings the next numbers and puts the conversation, as it is after them, on the desk. */
export function happen(desk: Desk, after: Conversation, happenings: readonly Happening[], now: number) {
  const items = happenings.map(
    (happening, index): NewItem => ({ ...happening, seq: after.lastSeq + index + 1, at: now }),
  )
  const conversation = { ...withItsGuests(after), lastSeq: after.lastSeq + items.length }
  const before = desk.conversations.get(after.id)
  const next = put(desk, conversation)
  const isKept = conversation.status === 'assigned' && conversation.operatorId === before?.operatorId
  const isLeft = before?.status === 'assigned' && !isKept
  return { ok: true as const, desk: isLeft ? withIdle(next, before.operatorId, now) : next, conversation, items }
}

/** Guests are there as long as somebody has it; whose it is is none. */
function withItsGuests(conversation: Conversation): Conversation {
  if (!conversation.guests && !conversation.invited) return conversation
  const { guests = [], invited = [], ...rest } = conversation
  const others = (ids: readonly OperatorId[]) =>
    rest.status === 'assigned' ? ids.filter((id) => id !== rest.operatorId) : []
  const [there, asked] = [others(guests), others(invited)]
  return { ...rest, ...(there.length > 0 && { guests: there }), ...(asked.length > 0 && { invited: asked }) }
}

/** Notes since when the operator who had a conversation has none. */
function withIdle(desk: Desk, operatorId: OperatorId | undefined, now: number): Desk {
  const operator = operatorId && desk.operators.get(operatorId)
  return operator && loadOf(desk, operator.id) === 0 ? withOperator(desk, { ...operator, idleSince: now }) : desk
}

/** The desk with a conversation replaced. The line is touched only when somebody enters or leaves it: messages are hot. */
function put(desk: Desk, conversation: Conversation): Desk {
  const waited = desk.conversations.get(conversation.id)?.status === 'waiting'
  const waits = conversation.status === 'waiting'
  return {
    ...desk,
    conversations: replaced(desk.conversations, conversation),
    queue: waited === waits ? desk.queue : waits ? enter(desk, conversation) : leave(desk, conversation.id),
  }
}

/** Shares all but what changed with the map before; closed conversations leave it. */
function replaced(conversations: Conversations, conversation: Conversation): Conversations {
  const open = isOrderedMap(conversations)
    ? (conversations as OrderedMap<ConversationId, Conversation>)
    : OrderedMap(conversations)
  return conversation.status === 'closed' ? open.delete(conversation.id) : open.set(conversation.id, conversation)
}
