import type { OperatorId } from '@deskbell/protocol'
import type { Conversation, Desk, Outcome } from './desk.ts'
import { happen } from './outcome.ts'

type Underway = Conversation & { handed: { by: OperatorId; to: OperatorId } }

/** Handed to a colleague who has not opened it yet: the visitor is still with who gave it. */
export function isUnderway(conversation: Conversation): conversation is Underway {
  const { status, operatorId, handed } = conversation
  return status === 'assigned' && handed !== undefined && handed.to === operatorId
}

/**
 * Nobody took it over: it is who gave it's again, given as the desk gives, or the line's where they are gone. `openWithin`: how
 * long they have to open it, in ms; without it, as long as they like.
 */
export function backToGiver(
  desk: Desk,
  conversation: Underway,
  { now, openWithin }: { now: number; openWithin?: number },
): Extract<Outcome, { ok: true }> {
  const { openBy: _given, handed, ...rest } = conversation
  if (!desk.operators.get(handed.by)?.isPresent) {
    return happen(desk, backInLine(conversation), [{ kind: 'returned', by: handed.by }], now)
  }
  const after = { ...rest, operatorId: handed.by, ...(openWithin !== undefined && { openBy: now + openWithin }) }
  return happen(desk, after, [{ kind: 'handed-back', by: handed.to, to: handed.by }], now)
}

/** A conversation that waits again: nobody's, since when it first asked. */
export function backInLine(conversation: Conversation): Conversation {
  const { operatorId: _operator, assignedAt: _assigned, openBy: _given, handed: _handed, ...rest } = conversation
  return { ...rest, status: 'waiting' }
}
