import type { ConversationId, Draft, OperatorId } from '@deskbell/protocol'
import { isHeldBy, whyNot } from './assignment.ts'
import type { Conversation, Desk, Outcome } from './desk.ts'
import { isAvailable } from './operators.ts'
import { type Happening, happen, type Returned, refuse, unchanged } from './outcome.ts'
import { backInLine, backToGiver, isUnderway } from './returning.ts'

export interface Transfer {
  conversationId: ConversationId
  by: OperatorId
  to: OperatorId | 'line'
  /** To the line, for whoever has this. */
  skill?: string
  /** Stored first, for operators only. */
  note?: Draft
  now: number
  /** How long a colleague has to open it, in ms. */
  openWithin: number
}

/**
 * Hands an operator's own conversation to a colleague on duty with free capacity, or back to the place in line its `askedAt`
 * gives it. The colleague takes over by opening it; until then it can be taken back. Refused: 'conversation-closed',
 * 'forbidden' (not one's own), 'unknown-operator', 'not-on-duty', 'at-capacity', 'nobody-on-duty' (nobody else has the skill).
 */
export function transfer(desk: Desk, transfer: Transfer): Outcome {
  const { by, to, note, now, openWithin } = transfer
  const conversation = desk.conversations.get(transfer.conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (!isHeldBy(conversation, by)) return refuse('forbidden')
  const notes: Happening[] = note ? [{ kind: 'note', id: note.id, by, text: note.text }] : []
  if (to === 'line') return toLine(desk, conversation, { ...transfer, notes })
  if (to === by) return happen(desk, conversation, notes, now)
  const refusal = whyNot(desk, desk.operators.get(to))
  if (refusal) return refuse(refusal)
  // Who was given it and hands it on at once has not had it: it comes back to who did.
  const handed = { by: isUnderway(conversation) ? conversation.handed.by : by, to }
  const after = { ...conversation, operatorId: to, openBy: now + openWithin, handed }
  return happen(desk, after, [...notes, { kind: 'handed', ...handed }], now)
}

function toLine(desk: Desk, conversation: Conversation, transfer: Transfer & { notes: readonly Happening[] }): Outcome {
  const { by, skill, notes, now } = transfer
  const isServed = [...desk.operators.values()].some(
    (operator) => operator.id !== by && isAvailable(operator) && operator.skills?.includes(skill ?? '') === true,
  )
  if (skill !== undefined && !isServed) return refuse('nobody-on-duty')
  const asked = skill === undefined ? {} : { skill }
  const after = {
    ...{ ...backInLine(conversation), ...asked, handed: { by, to: 'line' as const } },
    passedBy: [...(conversation.passedBy ?? []), by],
  }
  return happen(desk, after, [...notes, { kind: 'returned', by, ...asked }], now)
}

/**
 * Undoes a transfer as long as nobody has opened it: who handed it over has it again, over capacity and away too. Refused:
 * 'conversation-closed', 'already-taken', 'forbidden' (not theirs to take back).
 */
export function takeBack(
  desk: Desk,
  { conversationId, by, now }: { conversationId: ConversationId; by: OperatorId; now: number },
): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (isHeldBy(conversation, by)) return unchanged(desk, conversation)
  const { status, operatorId, handed } = conversation
  if (handed?.by !== by || status === 'pending') {
    return status === 'assigned' ? refuse('already-taken', operatorId) : refuse('forbidden')
  }
  const { openBy: _given, passedBy: _passed, handed: _handed, ...rest } = conversation
  const again = { ...rest, status: 'assigned' as const, operatorId: by, assignedAt: conversation.assignedAt ?? now }
  if (isUnderway(conversation)) {
    return happen(desk, again, [{ kind: 'handed-back', by: conversation.handed.to, to: by, isUndone: true }], now)
  }
  // The visitor was told that the line had given it to somebody.
  const told: Happening = operatorId ? { kind: 'transferred', by: operatorId, to: by } : { kind: 'assigned', to: by }
  return happen(desk, again, [told], now)
}

/** What colleagues were handed and did not open in time goes back to who gave it, or to the line where they are gone. */
export function giveBackUnopened(
  desk: Desk,
  { now, openWithin }: { now: number; openWithin: number },
): { desk: Desk; changed: Returned[] } {
  const changed: Returned[] = []
  let current = desk
  for (const conversation of desk.conversations.values()) {
    if (!isUnderway(conversation) || now < (conversation.openBy ?? 0)) continue
    const outcome = backToGiver(current, conversation, { now, openWithin })
    current = outcome.desk
    changed.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, changed }
}

/** Whom the visitor is with: as long as a colleague has not taken over, who gave it. */
export function withWhom(conversation: Conversation): OperatorId | undefined {
  return isUnderway(conversation) ? conversation.handed.by : conversation.operatorId
}
