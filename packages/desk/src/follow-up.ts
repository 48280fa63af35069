import type { ConversationId, OperatorId } from '@deskbell/protocol'
import { isHeldBy, withoutFollowUp } from './assignment.ts'
import { pended } from './conversation.ts'
import type { Desk, Outcome } from './desk.ts'
import { happen, refuse, unchanged } from './outcome.ts'
import { backInLine } from './presence.ts'

/**
 * Puts a conversation off until `at` (ms since 1970): it is a question from now on, and comes back to who put it off. Of a
 * question, whoever has put it off before; without `at`, nobody comes back to it any more. Refused: 'conversation-closed',
 * 'unknown-operator', 'forbidden' (neither a question nor one's own).
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
  return happen(desk, after, isQuestion ? [] : [{ kind: 'pended', reference: after.reference }], now)
}
