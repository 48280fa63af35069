import type { ConversationId, Refusal } from '@deskbell/protocol'
import type { Conversation, Desk, NewItem, Outcome } from './desk.ts'
import { loadOf, withOperator } from './operators.ts'
import { enter, leave } from './queue.ts'

type Unnumbered<T> = T extends NewItem ? Omit<T, 'seq' | 'at'> : never
/** Something that happened in a conversation, before it has its number and time. */
export type Happening = Unnumbered<NewItem>

export function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
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
  const conversation = { ...after, lastSeq: after.lastSeq + items.length }
  const before = desk.conversations.get(after.id)
  return { ok: true as const, desk: withIdle(put(desk, conversation), before, now), conversation, items }
}

/** Notes since when the operator who had a conversation before has none. */
function withIdle(desk: Desk, before: Conversation | undefined, now: number): Desk {
  const operator = before?.status === 'assigned' && before.operatorId && desk.operators.get(before.operatorId)
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

/** Copies the map once; closed conversations leave it. */
function replaced(
  conversations: ReadonlyMap<ConversationId, Conversation>,
  conversation: Conversation,
): ReadonlyMap<ConversationId, Conversation> {
  const copy = new Map(conversations)
  if (conversation.status === 'closed') copy.delete(conversation.id)
  else copy.set(conversation.id, conversation)
  return copy
}
