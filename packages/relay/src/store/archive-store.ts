import type { NewItem } from '@deskbell/desk'
import type { ConversationId } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Card } from '../desk/card.ts'
import { openEarlierIndex } from './earlier-index.ts'
import { transact, writer } from './transact.ts'

/** So many bits of a `rowid`; what is said later is not found by its words. */
const endOfSeqs = 2 ** 16

/** An item that the index does not know yet. */
export interface Unread {
  id: number
  conversationId: ConversationId
  item: NewItem
}

/** What conversations are found by beside what was said in them. */
export interface Head {
  conversationId: ConversationId
  card: Card
  operatorId: string | null
  reference: string | null
}

/** A place in the index, in the order in which conversations were asked, then of what was said in them. */
export interface Place {
  number: number
  seq: number
}

/** From a conversation on, and before a place. */
export interface Within {
  least: number
  before: Place
}

/** Terms are parted by spaces. */
export interface Entry {
  conversationId: ConversationId
  /** 0: who it is of. */
  seq: number
  terms: string
}

/** How far the index knows the items, newer and older ones, and which labels. */
export interface Read {
  upto?: number | undefined
  above?: number | undefined
  relabelled?: readonly ConversationId[]
}

/** The index of what was said. What is erased from the store goes from it, too. */
export interface ArchiveStore {
  /** Of the index there was before: takes a piece of it out. False where there is none any more. */
  dropEarlier(): boolean
  /** Items that came since (`newer`, the oldest first), or that were there before there was an index (the newest first). */
  unread(side: 'newer' | 'older', most: number): Unread[]
  /** How many items are not in the index, older ones alone. */
  olderUnread(): number
  relabelled(most: number): ConversationId[]
  /** The first asked first, which is how they are numbered. */
  heads(ids: readonly ConversationId[]): Head[]
  /** What the index has of one beside what was said; undefined where it does not know it. */
  headTerms(id: ConversationId): string | undefined
  /** Adds to the index, or replaces there, and marks as read, in one go. */
  add(entries: readonly Entry[], read: Read): void
  /** Where something matches, the newest first. */
  find(match: string, within: Within, most: number): Place[]
  /** The same, with what stands there. */
  read(match: string, within: Within, most: number): (Place & { terms: string })[]
  /** The newest conversation that has at most this number; the first asked from a moment on, and the last until one. */
  newest(atMost: number): number | undefined
  first(askedFrom: number): number | undefined
  last(askedTo: number): number | undefined
  conversation(number: number): ConversationId | undefined
  /** Where a merged question goes on, and the number there of what was said in it. */
  mergedInto(id: ConversationId): ConversationId | undefined
  copyOf(said: { id: ConversationId; seq: number }, into: ConversationId): number | undefined
}

export function openArchiveStore(database: Database.Database): ArchiveStore {
  const dropEarlier = openEarlierIndex(database).dropSome
  return { dropEarlier, ...reader(database), ...filler(database), ...finder(database), ...follower(database) }
}

function reader(database: Database.Database) {
  const newer = database.prepare(
    `SELECT id, conversation_id AS conversationId, item FROM items WHERE id > (SELECT upto FROM spoken_read) ORDER BY id LIMIT ?`,
  )
  const older = database.prepare(
    `SELECT id, conversation_id AS conversationId, item FROM items WHERE id <= (SELECT above FROM spoken_read) ORDER BY id DESC LIMIT ?`,
  )
  const left = database.prepare('SELECT above FROM spoken_read')
  const relabelled = database.prepare('SELECT conversation_id AS id FROM relabelled LIMIT ?')
  const heads = database.prepare(
    `SELECT id AS conversationId, card, operator_id AS operatorId, reference FROM conversations
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY asked_at`,
  )
  const known = database.prepare(
    'SELECT terms FROM spoken WHERE rowid = (SELECT number << 16 FROM numbers WHERE conversation_id = ?)',
  )
  return {
    unread: (side: 'newer' | 'older', most: number) =>
      ((side === 'newer' ? newer : older).all(most) as { id: number; conversationId: string; item: string }[]).map(
        (row) => ({ ...row, item: JSON.parse(row.item) as NewItem }),
      ),
    olderUnread: () => (left.get() as { above: number }).above,
    relabelled: (most: number) => (relabelled.all(most) as { id: ConversationId }[]).map(({ id }) => id),
    heads: (ids: readonly ConversationId[]) =>
      (heads.all(JSON.stringify(ids)) as (Omit<Head, 'card'> & { card: string })[]).map((row) => ({
        ...row,
        card: JSON.parse(row.card) as Card,
      })),
    headTerms: (id: ConversationId) => (known.get(id) as { terms: string } | undefined)?.terms,
  }
}

function filler(database: Database.Database) {
  const numberOf = database.prepare('SELECT number FROM numbers WHERE conversation_id = ?')
  const giveNumber = writer(
    database,
    'INSERT INTO numbers (conversation_id, asked_at) SELECT id, asked_at FROM conversations WHERE id = ?',
  )
  const known = database.prepare('SELECT terms FROM spoken WHERE rowid = (? << 16 | ?)')
  const put = writer(database, 'INSERT OR REPLACE INTO spoken (rowid, terms) VALUES ((? << 16 | ?), ?)')
  const mark = writer(database, 'UPDATE spoken_read SET upto = coalesce(?1, upto), above = coalesce(?2, above)')
  const relabel = writer(database, 'DELETE FROM relabelled WHERE conversation_id = ?')

  function numbered(id: ConversationId): { number: number } | undefined {
    return (numberOf.get(id) ?? (giveNumber(id) > 0 ? numberOf.get(id) : undefined)) as { number: number } | undefined
  }

  return {
    add(entries: readonly Entry[], read: Read) {
      transact(database, () => {
        const placed = entries.flatMap(({ conversationId, seq, terms }) => {
          const place = seq < endOfSeqs ? numbered(conversationId) : undefined
          return place ? { ...place, seq, terms } : []
        })
        // In the order of the index, which makes it one piece.
        placed.sort((one, other) => one.number - other.number || one.seq - other.seq)
        for (const { number, seq, terms } of placed) {
          const before = known.get(number, seq) as { terms: string } | undefined
          if (before?.terms !== terms) put(number, seq, terms)
        }
        mark(read.upto ?? null, read.above ?? null)
        for (const id of read.relabelled ?? []) relabel(id)
      })
    },
  }
}

function finder(database: Database.Database) {
  const finding = (columns: string) =>
    database.prepare(
      `SELECT ${columns} FROM spoken
       WHERE spoken MATCH ? AND rowid >= (? << 16) AND rowid < (? << 16 | ?) ORDER BY rowid DESC LIMIT ?`,
    )
  const find = finding('rowid >> 16 AS number, rowid & 65535 AS seq')
  const read = finding('rowid >> 16 AS number, rowid & 65535 AS seq, terms')
  const newest = database.prepare('SELECT number FROM numbers WHERE number <= ? ORDER BY number DESC LIMIT 1')
  const first = database.prepare('SELECT number FROM numbers WHERE asked_at >= ? ORDER BY asked_at, number LIMIT 1')
  const last = database.prepare(
    'SELECT number FROM numbers WHERE asked_at <= ? ORDER BY asked_at DESC, number DESC LIMIT 1',
  )
  const conversation = database.prepare('SELECT conversation_id AS id FROM numbers WHERE number = ?')
  return {
    find: (match: string, { least, before }: Within, most: number) =>
      find.all(match, least, before.number, before.seq, most) as Place[],
    read: (match: string, { least, before }: Within, most: number) =>
      read.all(match, least, before.number, before.seq, most) as (Place & { terms: string })[],
    newest: (atMost: number) => numberIn(newest.get(atMost)),
    first: (askedFrom: number) => numberIn(first.get(askedFrom)),
    last: (askedTo: number) => numberIn(last.get(askedTo)),
    conversation: (number: number) => (conversation.get(number) as { id: ConversationId } | undefined)?.id,
  }
}

function follower(database: Database.Database) {
  const into = database.prepare(`SELECT json_extract(line, '$.mergedInto') AS id FROM conversations WHERE id = ?`)
  const copy = database.prepare(
    `SELECT seq FROM items WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?1)
     AND json_extract(item, '$.of.conversationId') = ?2 AND json_extract(item, '$.of.seq') = ?3`,
  )
  return {
    mergedInto: (id: ConversationId) => (into.get(id) as { id: ConversationId | null } | undefined)?.id ?? undefined,
    copyOf: ({ id, seq }: { id: ConversationId; seq: number }, conversationId: ConversationId) =>
      (copy.get(conversationId, id, seq) as { seq: number } | undefined)?.seq,
  }
}

const numberIn = (row: unknown) => (row as { number: number } | undefined)?.number
