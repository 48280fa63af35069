// What a conversation that somebody has is to the operator at this screen.
import type { OperatorConversation, OperatorId } from '@deskbell/protocol'

/** Whole seconds an operator has left to open what they were given; the clock on screen may be a tick behind. */
export function secondsToOpen({ openBy = 0 }: OperatorConversation, now: number, openWithin: number): number {
  return Math.min(openWithin, Math.max(0, Math.ceil((openBy - now) / 1_000)))
}

/** Handed to a colleague who has not opened it yet. */
export function isUnderway({ status, operatorId, handed }: OperatorConversation): boolean {
  return status === 'assigned' && handed !== undefined && handed.to === operatorId
}

/** Given to this operator, by the desk or by a colleague, and not opened yet. */
export function isGiven({ openBy, operatorId }: OperatorConversation, selfId: OperatorId): boolean {
  return openBy !== undefined && operatorId === selfId
}

/** A colleague asks this operator to answer too. */
export function isAsked({ invited }: OperatorConversation, selfId: OperatorId): boolean {
  return invited?.includes(selfId) === true
}

/** It rang for this operator, who has not looked yet. */
export function isNew(head: OperatorConversation, selfId: OperatorId): boolean {
  return isGiven(head, selfId) || isAsked(head, selfId)
}

/** The visitor is answered from this screen. */
export function isAnswering({ operatorId, guests }: OperatorConversation, selfId: OperatorId): boolean {
  return operatorId === selfId || guests?.includes(selfId) === true
}

/** News of it is this operator's: they answer, are asked to, or have put it off. */
export function isOwn(head: OperatorConversation, selfId: OperatorId): boolean {
  return isAnswering(head, selfId) || isAsked(head, selfId) || head.followUp?.by === selfId
}
