import type { NewItem } from '@deskbell/desk'
import type { ConversationId } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Card } from '../desk/card.ts'
import { transact, writer } from './transact.ts'

/** An item that the index does not know yet. */
export interface Unread {
  place: number
  item: NewItem
  card: Card
}

export interface Hit {
  /** In the order of all items; larger is newer. */
  place: number
  conversationId: ConversationId
  item: NewItem
}

/** Which conversations; those that are not said do not matter. */
export interface Which {
  operator?: string | undefined
  label?: string | undefined
  from?: number | undefined
  to?: number | undefined
}

/** The index of what was said. What is erased from the store goes from it, too. */
export interface ArchiveStore {
  /** The oldest that are not in the index, with what is known of their visitors. */
  unread(most: number): Unread[]
  /** `terms`: parted by spaces. */
  add(rows: readonly { place: number; terms: string }[]): void
  /** Items that match, the newest first, from before a place. */
  find(match: string, which: Which, page: { before: number; most: number }): Hit[]
  /** Conversations that ended before a moment, the last first. */
  closed(which: Which, page: { before: number; most: number }): { id: ConversationId; closedAt: number }[]
}

interface Row {
  place: number
  id: ConversationId
  item: string
  card: string
}

const ofWhich = `(?1 IS NULL OR operator_id = ?1) AND (?2 IS NULL OR asked_at >= ?2) AND (?3 IS NULL OR asked_at <= ?3)`
const valuesOf = ({ operator, from, to }: Which) => [operator ?? null, from ?? null, to ?? null]

export function openArchiveStore(database: Database.Database): ArchiveStore {
  const unread = database.prepare(
    `SELECT items.id AS place, item, card FROM items JOIN conversations ON conversations.id = conversation_id
     WHERE items.id > (SELECT coalesce(max(id), 0) FROM said_docsize) ORDER BY items.id LIMIT ?`,
  )
  const insert = writer(database, 'INSERT INTO said (rowid, terms) VALUES (?, ?)')
  const find = database.prepare(
    `SELECT items.id AS place, conversation_id AS id, item FROM said
     JOIN items ON items.id = said.rowid JOIN conversations ON conversations.id = conversation_id
     WHERE said MATCH ?4 AND said.rowid < ?5 AND ${ofWhich}
       AND (?7 IS NULL OR EXISTS (SELECT 1 FROM labels WHERE labels.conversation_id = conversations.id AND label = ?7))
     ORDER BY said.rowid DESC LIMIT ?6`,
  )
  const closed = database.prepare(
    `SELECT id, closed_at AS closedAt FROM conversations
     WHERE status = 'closed' AND closed_at < ?4 AND ${ofWhich} ORDER BY closed_at DESC LIMIT ?5`,
  )
  const labelled = database.prepare(
    `SELECT conversation_id AS id, ended_at AS closedAt FROM labels JOIN conversations ON id = conversation_id
     WHERE label = ?6 AND ended_at > 0 AND ended_at < ?4 AND ${ofWhich} ORDER BY ended_at DESC LIMIT ?5`,
  )
  return {
    unread: (most) =>
      (unread.all(most) as Row[]).map(({ place, item, card }) => ({
        place,
        item: JSON.parse(item) as NewItem,
        card: JSON.parse(card) as Card,
      })),
    add: (rows) =>
      transact(database, () => {
        for (const { place, terms } of rows) insert(place, terms)
      }),
    find: (match, which, { before, most }) =>
      (find.all(...valuesOf(which), match, before, most, which.label ?? null) as Row[]).map(({ place, id, item }) => ({
        place,
        conversationId: id,
        item: JSON.parse(item) as NewItem,
      })),
    closed(which, { before, most }) {
      const values = [...valuesOf(which), before, most]
      const rows = which.label === undefined ? closed.all(...values) : labelled.all(...values, which.label)
      return rows as { id: ConversationId; closedAt: number }[]
    },
  }
}
