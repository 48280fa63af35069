import type { NewItem } from '@deskbell/desk'
import { type ConversationId, limits, type MessageId } from '@deskbell/protocol'
import type Database from 'libsql'
import { writer } from './transact.ts'

/** What was said and what happened, conversation by conversation. */
export interface ItemReader {
  seqOf(conversationId: ConversationId, messageId: MessageId): number | undefined
  /** The seq of every message and note of a conversation. */
  seqs(conversationId: ConversationId): Map<MessageId, number>
  itemAt(conversationId: ConversationId, seq: number): NewItem | undefined
  /** At most 200 items or 256 KB after a `seq`. */
  itemsAfter(conversationId: ConversationId, after: number): { items: NewItem[]; hasMore: boolean }
  /** At most 100 items or 256 KB before a `seq`, the newest of them, in order. */
  itemsBefore(conversationId: ConversationId, before: number): { items: NewItem[]; hasMore: boolean }
}

/** An item, and whose it is. */
export interface Said {
  conversationId: ConversationId
  item: NewItem
}

/** How many items are filed at once: few enough to be read through, many enough to share the pages they are filed on. */
const batch = 500
/** How many items one statement adds: the way to SQLite and back costs as much as what it does there. */
const together = 8

/**
 * Adds items. Those of all conversations stand one after the other, so that a new one costs a piece of the last page; where
 * those of one conversation are (`places`) is written for many of them at once, with the commit that makes a batch full. The
 * view `placed` knows both, filed or not.
 */
export function itemWriter(database: Database.Database): (said: readonly Said[]) => void {
  const inserting = (rows: number) =>
    database.prepare(
      `INSERT INTO items (conversation_id, seq, message_id, item) VALUES ${new Array(rows).fill('(?, ?, ?, ?)').join(', ')}`,
    )
  const [one, many] = [inserting(1), inserting(together)]
  const file = filer(database)
  file()
  let unfiled = 0
  return (said) => {
    const whole = said.length - (said.length % together)
    for (let from = 0; from < whole; from += together) many.run(valuesOf(said.slice(from, from + together)))
    for (const last of said.slice(whole)) one.run(valuesOf([last]))
    unfiled += said.length
    if (unfiled < batch) return
    file()
    unfiled = 0
  }
}

/** Pushed one by one: `flatMap` over so many costs a quarter of what it takes to store them. */
function valuesOf(said: readonly Said[]): (string | number | null)[] {
  const values = []
  for (const { conversationId, item } of said) {
    values.push(conversationId, item.seq, 'id' in item ? item.id : null, JSON.stringify(item))
  }
  return values
}

/** Files what is not filed yet. */
function filer(database: Database.Database): () => void {
  const file = writer(
    database,
    `INSERT INTO places (conversation_id, seq, id)
     SELECT conversation_id, seq, id FROM items WHERE id > (SELECT upto FROM filed) ORDER BY conversation_id, seq`,
  )
  const mark = writer(database, 'UPDATE filed SET upto = (SELECT coalesce(max(id), 0) FROM items)')
  return () => {
    if (file() > 0) mark()
  }
}

export function itemReader(database: Database.Database): ItemReader {
  const bySeq = database.prepare(
    'SELECT item FROM items WHERE id = (SELECT id FROM placed WHERE conversation_id = ? AND seq = ?)',
  )
  const ids = database.prepare(
    `SELECT message_id AS id, seq FROM items WHERE message_id IS NOT NULL
     AND id IN (SELECT id FROM placed WHERE conversation_id = ?)`,
  )
  const byMessage = database.prepare(
    'SELECT seq FROM items WHERE message_id = ?2 AND id IN (SELECT id FROM placed WHERE conversation_id = ?1)',
  )
  const after = database.prepare(
    `SELECT item FROM items JOIN (SELECT seq, id FROM placed WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?)
     USING (id, seq) ORDER BY seq`,
  )
  const before = database.prepare(
    `SELECT item FROM items JOIN (SELECT seq, id FROM placed WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?)
     USING (id, seq) ORDER BY seq DESC`,
  )
  return {
    seqOf: (conversationId, messageId) =>
      (byMessage.get(conversationId, messageId) as { seq: number } | undefined)?.seq,
    seqs: (conversationId) =>
      new Map((ids.all(conversationId) as { id: string; seq: number }[]).map(({ id, seq }) => [id, seq])),
    itemAt(conversationId, seq) {
      const row = bySeq.get(conversationId, seq) as { item: string } | undefined
      return row && (JSON.parse(row.item) as NewItem)
    },
    itemsAfter(conversationId, seq) {
      const rows = after.all(conversationId, seq, limits.resumeItems + 1) as { item: string }[]
      return pageOf(rows, limits.resumeItems)
    },
    itemsBefore(conversationId, seq) {
      const rows = before.all(conversationId, seq, limits.lookBackItems + 1) as { item: string }[]
      const { items, hasMore } = pageOf(rows, limits.lookBackItems)
      return { items: items.reverse(), hasMore }
    },
  }
}

function pageOf(found: readonly { item: string }[], most: number): { items: NewItem[]; hasMore: boolean } {
  let bytes = 0
  const fitting = found.slice(0, most).filter(({ item }, index) => {
    bytes += Buffer.byteLength(item)
    return index === 0 || bytes <= limits.resumeBytes
  })
  return { items: fitting.map(({ item }) => JSON.parse(item) as NewItem), hasMore: found.length > fitting.length }
}
