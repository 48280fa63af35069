import type { Conversation } from '@deskbell/desk'
import type { ConversationId, EarlierConversation } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Card } from '../desk/card.ts'
import { openEarlierIndex } from './earlier-index.ts'
import type { FileStore } from './file-store.ts'
import { transact, writer } from './transact.ts'

/** Which conversations are whose, and their end. */
export interface PersonalStore {
  /** The visitor and, where the shop vouched for who it is, the same person on other devices. */
  samePerson(visitorId: string): string[]
  /** The visitor of the newest conversation that goes on with somebody the shop knows. */
  openOf(verifiedId: string): string | undefined
  /** Other conversations of the same visitor or person, newest first, the last twenty. */
  earlier(of: Pick<Conversation, 'id' | 'visitorId'>, verifiedId: string | undefined): EarlierConversation[]
  /** Oldest first. */
  conversationsOf(visitorIds: readonly string[]): ConversationId[]
  /** Whose conversation has this id or reference, or whom the shop calls so. */
  visitorsNamed(name: string): string[]
  /** A thousand conversations behind an id, with who and the address given there; in any case of letters. */
  addressesAfter(id: ConversationId): { id: ConversationId; visitorId: string; email: string }[]
  /** Closed before a moment, oldest first: as many as have about this number of items together, at least one if there is one. */
  closedBefore(moment: number, items: number): ConversationId[]
  /** Of an earlier index of what was said, takes a piece out: all of it goes with the first that is erased, which takes seconds where it is large. False where there is none any more. */
  dropEarlier(): boolean
  /** All of them or none, with all items, waits, drafts and files. Their bytes are overwritten (`secure_delete`), not yet those of the journal. */
  erase(ids: readonly ConversationId[]): void
  /** Empties the journal. False while somebody else reads the database: then what was erased may still stand there. */
  emptyJournal(): boolean
}

const page = 1_000

export function openPersonalStore(database: Database.Database, files: Pick<FileStore, 'of' | 'remove'>): PersonalStore {
  return { ...finder(database), ...acquaintance(database), ...eraser(database, files) }
}

function finder(database: Database.Database) {
  const same = database.prepare(
    `SELECT DISTINCT visitor_id FROM conversations WHERE visitor_id = ?1 OR verified_id IN
       (SELECT verified_id FROM conversations WHERE visitor_id = ?1 AND verified_id IS NOT NULL)`,
  )
  const named = database.prepare(
    `SELECT visitor_id FROM conversations WHERE id = ?1 UNION SELECT visitor_id FROM conversations WHERE reference = ?1
     UNION SELECT visitor_id FROM conversations WHERE verified_id = ?1`,
  )
  const own = database.prepare('SELECT id FROM conversations WHERE visitor_id = ? ORDER BY asked_at')
  const after = database.prepare(
    `SELECT id, visitor_id, card FROM conversations WHERE id > ? ORDER BY id LIMIT ${page}`,
  )
  const closed = database.prepare(
    `SELECT id, last_seq FROM conversations WHERE status = 'closed' AND closed_at < ? ORDER BY closed_at LIMIT 100`,
  )
  const visitors = (rows: unknown[]) => (rows as { visitor_id: string }[]).map((row) => row.visitor_id)
  const ids = (rows: unknown[]) => (rows as { id: ConversationId }[]).map((row) => row.id)
  return {
    samePerson: (visitorId: string) => [...new Set([visitorId, ...visitors(same.all(visitorId))])],
    conversationsOf: (visitorIds: readonly string[]) => visitorIds.flatMap((visitorId) => ids(own.all(visitorId))),
    visitorsNamed: (name: string) => visitors(named.all(name)),
    addressesAfter: (id: ConversationId) =>
      (after.all(id) as { id: string; visitor_id: string; card: string }[]).map((row) => {
        const { email = '' } = JSON.parse(row.card) as Card
        return { id: row.id, visitorId: row.visitor_id, email: email.toLowerCase() }
      }),
    closedBefore(moment: number, items: number) {
      let room = items
      return ids(
        (closed.all(moment) as { id: ConversationId; last_seq: number }[]).filter(({ last_seq }, index) => {
          room -= last_seq
          return index === 0 || room >= 0
        }),
      )
    },
  }
}

function acquaintance(database: Database.Database) {
  const open = database.prepare(
    `SELECT visitor_id FROM conversations WHERE verified_id = ? AND status <> 'closed' ORDER BY asked_at DESC LIMIT 1`,
  )
  const earlier = database.prepare(
    `SELECT id, status, asked_at, card FROM conversations WHERE (visitor_id = ? OR verified_id = ?) AND id <> ?
     ORDER BY asked_at DESC LIMIT 20`,
  )
  return {
    openOf: (verifiedId: string) => (open.get(verifiedId) as { visitor_id: string } | undefined)?.visitor_id,
    earlier: ({ id, visitorId }: Pick<Conversation, 'id' | 'visitorId'>, verifiedId: string | undefined) =>
      (earlier.all(visitorId, verifiedId ?? null, id) as EarlierRow[]).map((row) => ({
        ...{ id: row.id, status: row.status, askedAt: row.asked_at },
        text: (JSON.parse(row.card) as Card).preview?.text ?? '',
      })),
  }
}

interface EarlierRow extends Pick<Conversation, 'id' | 'status'> {
  asked_at: number
  card: string
}

function eraser(database: Database.Database, files: Pick<FileStore, 'of' | 'remove'>) {
  const items = writer(database, 'DELETE FROM items WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?)')
  // Their waits and drafts, what is known of their files, and the words in the index go with them (triggers).
  const head = writer(database, 'DELETE FROM conversations WHERE id = ?')
  const earlier = openEarlierIndex(database)
  return {
    dropEarlier: earlier.dropSome,
    erase(ids: readonly ConversationId[]) {
      const theirs = files.of(ids)
      transact(database, () => {
        earlier.drop()
        for (const id of ids) {
          items(id)
          head(id)
        }
      })
      files.remove(theirs)
    },
    emptyJournal() {
      const [row] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      return row.busy === 0
    },
  }
}
