import type { Conversation, NewItem } from '@deskbell/desk'
import type { ConversationId } from '@deskbell/protocol'
import { type Card, cardAfter } from '../desk/card.ts'
import { lineOf, type OfLine } from './of-line.ts'

export interface StoredConversation {
  conversation: Conversation
  card: Card
}

/** The columns of a conversation's head, without its card. */
export function columnsOf(conversation: Conversation) {
  const { id, visitorId, status, lastSeq, locale, operatorId, askedAt, assignedAt, closedAt, reference } = conversation
  const rest = [operatorId ?? null, askedAt, assignedAt ?? null, closedAt ?? null, reference ?? null]
  return [id, visitorId, status, lastSeq, locale, ...rest, lineOf(conversation)]
}

/** A head as `conversations` has it. */
export interface HeadRow {
  id: string
  visitor_id: string
  status: Conversation['status']
  last_seq: number
  locale: string
  operator_id: string | null
  asked_at: number
  assigned_at: number | null
  closed_at: number | null
  reference: string | null
  line: string | null
  card: string
}

export function fromRow(row: HeadRow): StoredConversation {
  const conversation: Conversation = {
    id: row.id,
    visitorId: row.visitor_id,
    status: row.status,
    lastSeq: row.last_seq,
    locale: row.locale,
    askedAt: row.asked_at,
    isVisitorPresent: false,
    ...(row.operator_id !== null && { operatorId: row.operator_id }),
    ...(row.assigned_at !== null && { assignedAt: row.assigned_at }),
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.line !== null && (JSON.parse(row.line) as OfLine)),
  }
  return { conversation, card: JSON.parse(row.card) as Card }
}

/** An item, and the conversation it is of. */
export interface SaidRow {
  id: string
  item: string
}

/** The heads of open conversations, as far as they were stored, with what was said since. */
export function withWhatWasSaid(stored: readonly StoredConversation[], said: readonly SaidRow[]): StoredConversation[] {
  const itemsOf = new Map<ConversationId, NewItem[]>()
  for (const { id, item } of said) {
    const items = itemsOf.get(id) ?? []
    itemsOf.set(id, items)
    items.push(JSON.parse(item) as NewItem)
  }
  return stored.map(({ conversation, card }) => {
    const since = itemsOf.get(conversation.id) ?? []
    const after = { ...conversation, lastSeq: since.at(-1)?.seq ?? conversation.lastSeq }
    return { conversation: after, card: cardAfter(card, { conversation: after, items: since }, undefined) }
  })
}
