import type { ConversationId, OperatorId, Refusal } from '@deskbell/protocol'
import type { Conversation, Desk, DeskOperator, Outcome } from './desk.ts'
import { eligible } from './eligible.ts'
import { hasFreeCapacity, isAvailable } from './operators.ts'
import { happen, refuse, unchanged } from './outcome.ts'
import { presentInLine } from './queue.ts'

/**
 * Gives a conversation to an operator: the named one, waiting or pending, or else the first in line whose visitor is
 * there and whom they may serve, where there is nobody like that the first. Taking one's own again changes nothing. Refused: 'unknown-operator', 'not-on-duty', 'nobody-waits',
 * 'conversation-closed', 'already-taken' (by whom), 'at-capacity'.
 */
export function take(
  desk: Desk,
  { operatorId, conversationId, now }: { operatorId: OperatorId; conversationId?: ConversationId; now: number },
): Outcome {
  const conversation =
    conversationId === undefined ? firstFor(desk, operatorId) : desk.conversations.get(conversationId)
  if (conversation && isHeldBy(conversation, operatorId)) return unchanged(desk, conversation)
  const operator = desk.operators.get(operatorId)
  if (!operator) return refuse('unknown-operator')
  if (!isAvailable(operator)) return refuse('not-on-duty')
  if (!conversation) return refuse(conversationId === undefined ? 'nobody-waits' : 'conversation-closed')
  if (conversation.status === 'assigned') return refuse('already-taken', conversation.operatorId)
  if (!hasFreeCapacity(desk, operator)) return refuse('at-capacity')
  return happen(desk, assigned(conversation, operatorId, now), [{ kind: 'assigned', to: operatorId }], now)
}

/**
 * Undoes a close: the conversation, as it was loaded from the store, is on the desk again and the operator's who asks.
 * Refused: 'unknown-operator', 'not-on-duty', 'at-capacity', 'already-taken' (open and not theirs), and 'conversation-closed' for a question that was merged.
 */
export function reopen(
  desk: Desk,
  { conversation, by, now }: { conversation: Conversation; by: OperatorId; now: number },
): Outcome {
  const open = desk.conversations.get(conversation.id)
  if (open) return isHeldBy(open, by) ? unchanged(desk, open) : refuse('already-taken', open.operatorId)
  if (conversation.mergedInto !== undefined) return refuse('conversation-closed')
  const refusal = whyNot(desk, desk.operators.get(by))
  if (refusal) return refuse(refusal)
  const { closedAt: _closed, ...rest } = conversation
  return happen(desk, assigned(rest, by, now), [{ kind: 'reopened', by }], now)
}

/** Why an operator can get no further conversation, or undefined when they can. */
export function whyNot(desk: Desk, operator: DeskOperator | undefined): Refusal | undefined {
  if (!operator) return 'unknown-operator'
  if (!isAvailable(operator)) return 'not-on-duty'
  return hasFreeCapacity(desk, operator) ? undefined : 'at-capacity'
}

export function isHeldBy(conversation: Conversation, operatorId: OperatorId): boolean {
  return conversation.status === 'assigned' && conversation.operatorId === operatorId
}

function assigned(
  { handed: _handed, ...conversation }: Conversation,
  operatorId: OperatorId,
  now: number,
): Conversation {
  return { ...withoutFollowUp(conversation), status: 'assigned', operatorId, assignedAt: now }
}

/** Nobody has to come back to it. */
export function withoutFollowUp<C extends Conversation>({ followUp: _followUp, ...rest }: C): Omit<C, 'followUp'> {
  return rest
}

function firstFor(desk: Desk, operatorId: OperatorId): Conversation | undefined {
  const line = presentInLine(desk)
  return line.find((waiting) => eligible(desk, waiting).some(({ id }) => id === operatorId)) ?? line[0]
}
