import type { OperatorId } from '@deskbell/protocol'
import type { Conversation, Desk, DeskOperator } from './desk.ts'

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

export function assignedTo(desk: Desk, operatorId: OperatorId): Conversation[] {
  return [...desk.conversations.values()].filter(
    (conversation) => conversation.status === 'assigned' && conversation.operatorId === operatorId,
  )
}

type OperatorProfile = Pick<DeskOperator, 'id' | 'capacity' | 'languages' | 'skills' | 'rank'>

/** Adds an operator, away and absent; of one who is known already, only what the settings say changes. */
export function addOperator(desk: Desk, { id, capacity, languages, skills, rank }: OperatorProfile): Desk {
  const { isOnDuty = false, isPresent = false, until, backAt, quiet, idleSince } = desk.operators.get(id) ?? {}
  return withOperator(desk, {
    ...{ id, capacity, isOnDuty, isPresent },
    ...(languages && { languages }),
    ...(skills && { skills }),
    ...(rank !== undefined && { rank }),
    ...(until !== undefined && { until }),
    ...(backAt !== undefined && { backAt }),
    ...(quiet && { quiet }),
    ...(idleSince !== undefined && { idleSince }),
  })
}

/** The desk with an operator added or replaced. */
export function withOperator(desk: Desk, operator: DeskOperator): Desk {
  return { ...desk, operators: new Map(desk.operators).set(operator.id, operator) }
}
