import type { Conversation, NewItem, Wait } from '@deskbell/desk'
import type { ConversationId } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Card } from '../desk/card.ts'
import { columnsOf } from './head-rows.ts'
import { itemWriter, type Said } from './item-store.ts'
import { transact } from './transact.ts'

/** One conversation as it is after a command, and what the command added to it. */
export interface ConversationWrite {
  conversation: Conversation
  card: Card
  items: readonly NewItem[]
  /** The head follows from the items: in a conversation that runs, something was said and nothing else happened. */
  isOnlySaid?: boolean
}

/** A card alone: its conversation may have gone on since. */
export interface CardWrite {
  id: ConversationId
  card: Card
}

/** What a commit stores beside conversations. */
export interface Beside {
  cards?: readonly CardWrite[]
  waits?: readonly Wait[]
}

/** Stores groups: all of one or nothing. `saveWait` writes through the same connection. */
export function groupWriter(database: Database.Database, saveWait: (wait: Wait) => void) {
  const saveHead = database.prepare(
    `INSERT INTO conversations (id, visitor_id, status, last_seq, locale, operator_id, asked_at, assigned_at, closed_at, reference, line, verified_id, card)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET status = excluded.status, last_seq = excluded.last_seq, operator_id = excluded.operator_id,
       asked_at = excluded.asked_at, assigned_at = excluded.assigned_at, closed_at = excluded.closed_at,
       reference = excluded.reference, verified_id = excluded.verified_id, line = excluded.line, card = excluded.card`,
  )
  // What it is found by beside its words changes also where nothing is said.
  const relabelled = database.prepare(
    `INSERT OR IGNORE INTO relabelled (conversation_id) SELECT id FROM conversations WHERE id = ?1
       AND (verified_id IS NOT ?2 OR json_extract(card, '$.name', '$.email', '$.labels') IS NOT json_extract(?3, '$.name', '$.email', '$.labels'))`,
  )
  const saveCard = database.prepare('UPDATE conversations SET verified_id = ?, card = ? WHERE id = ?')
  // What was merged brings its files along.
  const sent = database.prepare('UPDATE files SET conversation_id = ?, seq = ? WHERE id = ?')
  const saveItems = itemWriter(database)

  const part = parter(database)

  return {
    commit(writes: readonly ConversationWrite[], { cards = [], waits = [] }: Beside = {}) {
      transact(database, () => {
        const said: Said[] = []
        for (const { conversation, card, items, isOnlySaid } of writes) {
          if (!isOnlySaid) {
            const who = [card.verifiedId ?? null, JSON.stringify(card)] as const
            relabelled.run(conversation.id, ...who)
            saveHead.run(...columnsOf(conversation), ...who)
          }
          for (const item of items) said.push({ conversationId: conversation.id, item })
        }
        saveItems(said)
        for (const { conversationId, item } of said) {
          if (item.kind === 'message') for (const { id } of item.files ?? []) sent.run(conversationId, item.seq, id)
          if (item.kind === 'parted' && item.from !== undefined) part(item.from, conversationId)
        }
        for (const { id, card } of cards) {
          const who = [card.verifiedId ?? null, JSON.stringify(card)] as const
          relabelled.run(id, ...who)
          saveCard.run(...who, id)
        }
        for (const wait of waits) saveWait(wait)
      })
    },
  }
}

/** Takes what was merged out of a conversation again: the files go back, of the items their numbers stay, no word is found there, and its head says so. */
function parter(database: Database.Database): (from: ConversationId, into: ConversationId) => void {
  const files = database.prepare(
    `UPDATE files SET conversation_id = ?1, seq = json_extract(item, '$.of.seq') FROM items
     WHERE files.conversation_id = ?2 AND items.id IN (SELECT placed.id FROM placed WHERE placed.conversation_id = ?2)
       AND items.seq = files.seq AND json_extract(item, '$.of.conversationId') = ?1`,
  )
  const spoken = database.prepare(
    `DELETE FROM spoken WHERE rowid IN (
       SELECT number << 16 | seq FROM items JOIN numbers ON numbers.conversation_id = ?2
       WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?2) AND json_extract(item, '$.of.conversationId') = ?1)`,
  )
  const items = database.prepare(
    `UPDATE items SET message_id = NULL, item = json_object('kind', 'internal', 'seq', seq, 'at', json_extract(item, '$.at'))
     WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?2) AND json_extract(item, '$.of.conversationId') = ?1`,
  )
  const heads = database.prepare(
    `UPDATE items SET item = json_set(item, '$.isUndone', json('true'))
     WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?2)
       AND json_extract(item, '$.kind') = 'merged' AND json_extract(item, '$.from') = ?1`,
  )
  return (from, into) => {
    for (const each of [files, spoken, items, heads]) each.run(from, into)
  }
}
