import type { EntryReads } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Day } from './day.ts'
import { writer } from './transact.ts'

/** How often entries were opened, by day, entry and the locale of its words. Nothing in it says by whom or at what time. */
export interface ReadStore {
  addRead(of: Omit<EntryReads, 'count'>, day: Day): void
  /** Since a day. */
  reads(since: Day): EntryReads[]
  forgetReads(before: Day): void
}

export function openReadStore(database: Database.Database): ReadStore {
  const add = writer(
    database,
    `INSERT INTO reads (day, entry_id, locale, count) VALUES (?, ?, ?, 1)
     ON CONFLICT (day, entry_id, locale) DO UPDATE SET count = count + 1`,
  )
  const list = database.prepare(
    `SELECT entry_id AS entryId, locale, sum(count) AS count FROM reads WHERE day >= ? GROUP BY entry_id, locale`,
  )
  const forget = writer(database, 'DELETE FROM reads WHERE day < ?')
  return {
    addRead: ({ entryId, locale }, day) => void add(day, entryId, locale),
    reads: (since) => list.all(since) as EntryReads[],
    forgetReads: (before) => void forget(before),
  }
}
