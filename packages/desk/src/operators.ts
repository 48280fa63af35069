import type { OperatorId } from '@deskbell/protocol'
import type { Conversation, Desk, DeskOperator, NewItem } from './desk.ts'
import { happen } from './outcome.ts'
import { inOrder } from './queue.ts'

/** A conversation that went back to the line because its operator is gone, and what to store of that. */
export interface Returned {
  conversation: Conversation
  items: readonly NewItem[]
}

/** Whether an operator gets new conversations: asked for duty, and is there. */
export function isAvailable(operator: DeskOperator): boolean {
  return operator.isOnDuty && operator.isPresent
}

/** Everybody who is on duty and present, in the order they were added. */
export function onDuty(desk: Desk): OperatorId[] {
  return [...desk.operators.values()].filter(isAvailable).map((operator) => operator.id)
}

export function isAnyoneOnDuty(desk: Desk): boolean {
  return [...desk.operators.values()].some(isAvailable)
}

/** How many conversations are assigned to an operator. */
export function loadOf(desk: Desk, operatorId: OperatorId): number {
  return assignedTo(desk, operatorId).length
}

export function hasFreeCapacity(desk: Desk, operator: DeskOperator): boolean {
  return loadOf(desk, operator.id) < operator.capacity
}

function assignedTo(desk: Desk, operatorId: OperatorId): Conversation[] {
  return [...desk.conversations.values()].filter(
    (conversation) => conversation.status === 'assigned' && conversation.operatorId === operatorId,
  )
}

/** Adds an operator, away and absent; of one who is known already, only the capacity changes. */
export function addOperator(desk: Desk, { id, capacity }: { id: OperatorId; capacity: number }): Desk {
  const known = desk.operators.get(id) ?? { isOnDuty: false, isPresent: false }
  return withOperator(desk, { ...known, id, capacity })
}

/** Removes an operator for ever; what was assigned to them returns to the line. */
export function removeOperator(desk: Desk, { operatorId, now }: { operatorId: OperatorId; now: number }) {
  const { desk: emptied, returned } = returnAll(desk, operatorId, now)
  const operators = new Map(emptied.operators)
  operators.delete(operatorId)
  return { desk: { ...emptied, operators }, returned }
}

/** On duty or away. Who goes away finishes their own conversations and gets no new ones. Unknown operators change nothing. */
export function setDuty(
  desk: Desk,
  { operatorId, isOnDuty }: { operatorId: OperatorId; isOnDuty: boolean; now: number },
): { desk: Desk; changed: boolean } {
  const operator = desk.operators.get(operatorId)
  if (!operator || operator.isOnDuty === isOnDuty) return { desk, changed: false }
  return { desk: withOperator(desk, { ...operator, isOnDuty }), changed: true }
}

/** There, or absent for good (the grace is the caller's): then their conversations return to the places of their `askedAt`. */
export function setPresence(
  desk: Desk,
  { operatorId, isPresent, now }: { operatorId: OperatorId; isPresent: boolean; now: number },
): { desk: Desk; returned: Returned[] } {
  const operator = desk.operators.get(operatorId)
  if (!operator) return { desk, returned: [] }
  const told = operator.isPresent === isPresent ? desk : withOperator(desk, { ...operator, isPresent })
  return isPresent ? { desk: told, returned: [] } : returnAll(told, operatorId, now)
}

function returnAll(desk: Desk, operatorId: OperatorId, now: number): { desk: Desk; returned: Returned[] } {
  const returned: Returned[] = []
  let current = desk
  for (const conversation of assignedTo(desk, operatorId).sort(inOrder)) {
    const outcome = happen(current, backInLine(conversation), [{ kind: 'returned', by: operatorId }], now)
    current = outcome.desk
    returned.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, returned }
}

/** A conversation that waits again: nobody's, since when it first asked. */
export function backInLine(conversation: Conversation): Conversation {
  const { operatorId: _operator, assignedAt: _assigned, ...rest } = conversation
  return { ...rest, status: 'waiting' }
}

function withOperator(desk: Desk, operator: DeskOperator): Desk {
  return { ...desk, operators: new Map(desk.operators).set(operator.id, operator) }
}
