import type { ConversationId, OperatorId } from '@deskbell/protocol'
import { isHeldBy, withoutFollowUp } from './assignment.ts'
import type { Conversation, Desk, Outcome } from './desk.ts'
import { type Happening, happen, refuse, unchanged } from './outcome.ts'
import { backInLine } from './returning.ts'
import { takenOver } from './routing.ts'

/**
 * Turns a waiting conversation into a question for later; one that has been a question before keeps its reference.
 * `isPlaceLost`: not because the visitor wanted it. Refused: 'conversation-closed', 'forbidden' (assigned).
 */
export function pend(
  desk: Desk,
  pending: { conversationId: ConversationId; reference: string; now: number; isPlaceLost?: boolean },
): Outcome {
  const { conversationId, reference, now, isPlaceLost } = pending
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (conversation.status === 'pending') return unchanged(desk, conversation)
  if (conversation.status !== 'waiting') return refuse('forbidden')
  const after = { ...pended(conversation, reference), ...(isPlaceLost && { isPlaceLost }) }
  return happen(desk, after, [{ kind: 'pended', reference: after.reference }], now)
}

/**
 * Puts an operator's own conversation, or any question, off until `at` (ms since 1970): it is a question then. Without `at`,
 * put off no longer. Refused: 'conversation-closed', 'unknown-operator', 'forbidden' (neither of the two).
 */
export function putOff(
  desk: Desk,
  given: { conversationId: ConversationId; by: OperatorId; at?: number; reference: string; now: number },
): Outcome {
  const { by, at, reference, now } = given
  const conversation = desk.conversations.get(given.conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (!desk.operators.has(by)) return refuse('unknown-operator')
  const isQuestion = conversation.status === 'pending'
  if (!isQuestion && !isHeldBy(conversation, by)) return refuse('forbidden')
  if (!isQuestion && at === undefined) return unchanged(desk, conversation)
  const left = withoutFollowUp(pended(backInLine(conversation), reference))
  const after = at === undefined ? left : { ...left, followUp: { at, by } }
  const told: Happening[] = [...takenOver(conversation), { kind: 'pended', reference: after.reference }]
  return happen(desk, after, isQuestion ? [] : told, now)
}

export function pended({ isPlaceLost: _lost, ...conversation }: Conversation, reference: string) {
  return { ...conversation, status: 'pending' as const, reference: conversation.reference ?? reference }
}
