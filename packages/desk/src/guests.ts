import type { ConversationId, Draft, OperatorId } from '@deskbell/protocol'
import { isHeldBy } from './assignment.ts'
import type { Conversation, Desk, Outcome } from './desk.ts'
import { isAvailable } from './operators.ts'
import { type Happening, happen, type Returned, refuse, unchanged } from './outcome.ts'

interface Doing {
  conversationId: ConversationId
  by: OperatorId
  now: number
}

/**
 * Asks a colleague on duty to answer too, also over their capacity: it stays the operator's who asks. The note is stored first,
 * for operators only. Refused: 'conversation-closed', 'forbidden' (not one's own), 'unknown-operator', 'not-on-duty'.
 */
export function invite(desk: Desk, invitation: Doing & { who: OperatorId; note?: Draft }): Outcome {
  const { conversationId, by, who, note, now } = invitation
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (!isHeldBy(conversation, by)) return refuse('forbidden')
  const colleague = desk.operators.get(who)
  if (!colleague) return refuse('unknown-operator')
  if (!isAvailable(colleague)) return refuse('not-on-duty')
  const { guests = [], invited = [] } = conversation
  if (who === by || guests.includes(who) || invited.includes(who)) return unchanged(desk, conversation)
  const notes: Happening[] = note ? [{ kind: 'note', id: note.id, by, text: note.text }] : []
  const after = { ...conversation, invited: [...invited, who] }
  return happen(desk, after, [...notes, { kind: 'invited', by, to: who }], now)
}

/** Who was invited answers from now on. Refused: 'conversation-closed', 'forbidden' (not invited). */
export function joinIn(desk: Desk, { conversationId, by, now }: Doing): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (answers(conversation, by)) return unchanged(desk, conversation)
  const { guests = [], invited = [] } = conversation
  if (!invited.includes(by)) return refuse('forbidden')
  const after = { ...conversation, guests: [...guests, by], invited: invited.filter((id) => id !== by) }
  return happen(desk, after, [{ kind: 'joined', by }], now)
}

/**
 * Ends a part, or an invitation: one's own, or another's (`who`) in one's own conversation. Where there is none, nothing changes.
 * Refused: 'conversation-closed', 'forbidden'.
 */
export function leave(desk: Desk, { conversationId, by, who = by, now }: Doing & { who?: OperatorId }): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (who !== by && !isHeldBy(conversation, by)) return refuse('forbidden')
  const isGuest = conversation.guests?.includes(who)
  if (!isGuest && !conversation.invited?.includes(who)) return unchanged(desk, conversation)
  const told: Happening = isGuest ? { kind: 'left', by: who } : { kind: 'uninvited', by, to: who }
  return happen(desk, without(conversation, who), [told], now)
}

/** Whether an operator answers in it: it is theirs, or they have joined. */
export function answers(conversation: Conversation, operatorId: OperatorId): boolean {
  return isHeldBy(conversation, operatorId) || conversation.guests?.includes(operatorId) === true
}

/** An operator who is gone answers nowhere else's any more. */
export function leaveAll(desk: Desk, operatorId: OperatorId, now: number): { desk: Desk; left: Returned[] } {
  const left: Returned[] = []
  let current = desk
  for (const { id: conversationId, guests, invited } of desk.conversations.values()) {
    if (!guests?.includes(operatorId) && !invited?.includes(operatorId)) continue
    const outcome = leave(current, { conversationId, by: operatorId, now })
    if (!outcome.ok) continue
    current = outcome.desk
    left.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, left }
}

function without(conversation: Conversation, who: OperatorId): Conversation {
  const others = (ids: readonly OperatorId[] = []) => ids.filter((id) => id !== who)
  return { ...conversation, guests: others(conversation.guests), invited: others(conversation.invited) }
}
