import type { ConversationId, OperatorId } from '@deskbell/protocol'
import type { Conversation, Desk, NewItem } from './desk.ts'
import { answers } from './guests.ts'
import { type Happening, happen, type Returned, refuse } from './outcome.ts'

/** What a merge or its undoing changes: the conversation that goes on first, then the question. */
export type Merged = { ok: true; desk: Desk; changed: readonly [Returned, Returned] } | ReturnType<typeof refuse>

interface Doing {
  by: OperatorId
  now: number
}

/**
 * Puts what was said in a question into another conversation, with its times, and ends the question. Whose they are is for
 * the caller to know. Refused: 'conversation-closed', 'unknown-operator', 'forbidden' (no question; or a conversation in
 * which the operator doesn't answer).
 */
export function merge(
  desk: Desk,
  merging: Doing & { conversationId: ConversationId; from: ConversationId; said: readonly NewItem[] },
): Merged {
  const { from, by, now } = merging
  const into = desk.conversations.get(merging.conversationId)
  const question = desk.conversations.get(from)
  if (!into || !question) return refuse('conversation-closed')
  if (!desk.operators.has(by)) return refuse('unknown-operator')
  if (into === question || question.status !== 'pending' || !isOpenTo(into, by)) return refuse('forbidden')
  const { reference = '' } = question
  const head: Happening = { kind: 'merged', by, reference, from }
  const kept = happen(desk, into, [head], now)
  const copies = merging.said.flatMap((item) => copyOf(item, from))
  const items = copies.map((item, index): NewItem => ({ ...item, seq: kept.conversation.lastSeq + index + 1 }))
  const conversation = { ...kept.conversation, lastSeq: kept.conversation.lastSeq + items.length }
  const closed = { ...question, status: 'closed' as const, closedAt: now, operatorId: by, mergedInto: into.id }
  const ended = happen(
    happen(kept.desk, conversation, [], now).desk,
    closed,
    [{ kind: 'merged-into', by, into: into.id }],
    now,
  )
  return { ok: true, desk: ended.desk, changed: [{ conversation, items: [...kept.items, ...items] }, ended] }
}

/**
 * Undoes it: the question, as it was loaded from the store, is one again. Refused: 'conversation-closed' (what it was merged
 * into is, or it was not merged), 'unknown-operator', 'forbidden' (the operator doesn't answer there).
 */
export function part(desk: Desk, { question, by, now }: Doing & { question: Conversation }): Merged {
  const { closedAt: _closed, mergedInto, operatorId: _by, ...rest } = question
  const into = mergedInto === undefined ? undefined : desk.conversations.get(mergedInto)
  if (!into) return refuse('conversation-closed')
  if (!desk.operators.has(by)) return refuse('unknown-operator')
  if (!isOpenTo(into, by)) return refuse('forbidden')
  const { id: from, reference = '' } = question
  const left = happen(desk, into, [{ kind: 'parted', by, reference, from }], now)
  const again = happen(left.desk, { ...rest, status: 'pending' }, [{ kind: 'parted', by, reference }], now)
  return { ok: true, desk: again.desk, changed: [left, again] }
}

function isOpenTo(conversation: Conversation, by: OperatorId): boolean {
  return conversation.status === 'pending' || answers(conversation, by)
}

/** Only what was said: how the question itself went stays with it. */
function copyOf(item: NewItem, conversationId: ConversationId): NewItem[] {
  return item.kind === 'message' || item.kind === 'note' ? [{ ...item, of: { conversationId, seq: item.seq } }] : []
}
