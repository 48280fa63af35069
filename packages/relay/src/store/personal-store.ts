import type { ConversationId } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Card } from '../desk/card.ts'

/** Which conversations are whose, and their end. */
export interface PersonalStore {
  /** The visitor and, where the shop vouched for who it is, the same person on other devices. */
  samePerson(visitorId: string): string[]
  /** Oldest first. */
  conversationsOf(visitorIds: readonly string[]): ConversationId[]
  /** Whose conversation has this id or reference, or whom the shop calls so. */
  visitorsNamed(name: string): string[]
  /** A thousand conversations behind an id, with who and the address given there; in any case of letters. */
  addressesAfter(id: ConversationId): { id: ConversationId; visitorId: string; email: string }[]
  /** Closed before a moment, oldest first: as many as have about this number of items together, at least one if there is one. */
  closedBefore(moment: number, items: number): ConversationId[]
  /** All of them or none, with all items and waits. Their bytes are overwritten (`secure_delete`), not yet those of the journal. */
  erase(ids: readonly ConversationId[]): void
  /** Empties the journal. False while somebody else reads the database: then what was erased may still stand there. */
  emptyJournal(): boolean
}

const page = 1_000

export function openPersonalStore(database: Database.Database): PersonalStore {
  return { ...finder(database), ...eraser(database) }
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

function eraser(database: Database.Database) {
  const items = database.prepare('DELETE FROM items WHERE conversation_id = ?')
  // Their waits go with them (a trigger).
  const head = database.prepare('DELETE FROM conversations WHERE id = ?')
  const all = database.transaction((ids: readonly ConversationId[]) => {
    for (const id of ids) {
      items.run(id)
      head.run(id)
    }
  })
  return {
    erase: (ids: readonly ConversationId[]) => void all(ids),
    emptyJournal() {
      const [row] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
      return row.busy === 0
    },
  }
}
