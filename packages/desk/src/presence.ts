import type { ConversationId, OperatorId, Quiet } from '@deskbell/protocol'
import { withoutFollowUp } from './assignment.ts'
import type { Desk, Outcome } from './desk.ts'
import { leaveAll } from './guests.ts'
import { assignedTo, isAnyoneOnDuty, withOperator } from './operators.ts'
import { happen, type Returned, refuse, unchanged } from './outcome.ts'
import { inOrder } from './queue.ts'
import { backInLine, backToGiver, isUnderway } from './returning.ts'

/** Removes an operator for ever; what was assigned to them returns to the line, and what they have put off is anybody's question. */
export function removeOperator(desk: Desk, { operatorId, now }: { operatorId: OperatorId; now: number }) {
  const emptied = returnAll(desk, operatorId, now)
  const { desk: left, returned } = returnPutOff(emptied.desk, operatorId, now)
  const operators = new Map(left.operators)
  operators.delete(operatorId)
  return { desk: { ...left, operators }, returned: [...emptied.returned, ...returned] }
}

/**
 * On duty or away. Who goes away finishes their own conversations and gets no new ones. `until`: when duty is planned to
 * end; `backAt`: when who goes away plans to be back. Unknown operators change nothing.
 */
export function setDuty(
  desk: Desk,
  duty: { operatorId: OperatorId; isOnDuty: boolean; now: number; until?: number; backAt?: number },
): { desk: Desk; changed: boolean } {
  const { isOnDuty, now, until, backAt } = duty
  const operator = desk.operators.get(duty.operatorId)
  if (!operator) return { desk, changed: false }
  if (operator.isOnDuty === isOnDuty && operator.until === until && operator.backAt === backAt) {
    return { desk, changed: false }
  }
  const { until: _until, backAt: _backAt, quiet, ...rest } = operator
  const told = {
    ...{ ...rest, isOnDuty },
    ...(isOnDuty && quiet && { quiet }),
    ...(isOnDuty && !operator.isOnDuty && { idleSince: now }),
    ...(until !== undefined && { until }),
    ...(backAt !== undefined && { backAt }),
  }
  return { desk: withOperator(desk, told), changed: true }
}

/** Not to be disturbed by what isn't theirs, or as usual. Changes nothing for who is away or unknown. */
export function setQuiet(desk: Desk, { operatorId, quiet }: { operatorId: OperatorId; quiet?: Quiet }): Desk {
  const operator = desk.operators.get(operatorId)
  if (!operator?.isOnDuty) return desk
  const { quiet: _before, ...rest } = operator
  return withOperator(desk, { ...rest, ...(quiet && { quiet }) })
}

/** There, or absent for good (the grace is the caller's): then their conversations return to the places of their `askedAt`. */
export function setPresence(
  desk: Desk,
  { operatorId, isPresent, now }: { operatorId: OperatorId; isPresent: boolean; now: number },
): { desk: Desk; returned: Returned[] } {
  const operator = desk.operators.get(operatorId)
  if (!operator) return { desk, returned: [] }
  const isBack = isPresent && !operator.isPresent
  const there = { ...operator, isPresent, ...(isBack && { idleSince: now }) }
  const told = operator.isPresent === isPresent ? desk : withOperator(desk, there)
  return isPresent ? { desk: told, returned: [] } : returnAll(told, operatorId, now)
}

function returnAll(desk: Desk, operatorId: OperatorId, now: number): { desk: Desk; returned: Returned[] } {
  const gone = leaveAll(desk, operatorId, now)
  const returned = [...gone.left]
  let current = gone.desk
  for (const conversation of assignedTo(current, operatorId).sort(inOrder)) {
    const outcome = isUnderway(conversation)
      ? backToGiver(current, conversation, { now })
      : happen(current, backInLine(conversation), [{ kind: 'returned', by: operatorId }], now)
    current = outcome.desk
    returned.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, returned }
}

function returnPutOff(desk: Desk, operatorId: OperatorId, now: number): { desk: Desk; returned: Returned[] } {
  const returned: Returned[] = []
  let current = desk
  for (const conversation of desk.conversations.values()) {
    if (conversation.followUp?.by !== operatorId) continue
    const outcome = happen(current, withoutFollowUp(conversation), [], now)
    current = outcome.desk
    returned.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, returned }
}

/** Whether the visitor is there to be answered. Unknown conversations change nothing. */
export function setVisitorPresence(
  desk: Desk,
  { conversationId, isPresent }: { conversationId: ConversationId; isPresent: boolean },
): Desk {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation || conversation.isVisitorPresent === isPresent) return desk
  const told = { ...conversation, isVisitorPresent: isPresent }
  return { ...desk, conversations: new Map(desk.conversations).set(conversationId, told) }
}

/**
 * Gives a visitor who comes back the place that was lost by being away: the one the first time of asking gives it. Where it
 * waits, or somebody has it already, nothing changes. Refused: 'conversation-closed', 'forbidden' (a question by choice),
 * 'nobody-on-duty'.
 */
export function rejoin(desk: Desk, { conversationId, now }: { conversationId: ConversationId; now: number }): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (conversation.status !== 'pending') return unchanged(desk, conversation)
  const { isPlaceLost, ...rest } = conversation
  if (!isPlaceLost) return refuse('forbidden')
  if (!isAnyoneOnDuty(desk)) return refuse('nobody-on-duty')
  return happen(desk, { ...rest, status: 'waiting' }, [{ kind: 'rejoined' }], now)
}
