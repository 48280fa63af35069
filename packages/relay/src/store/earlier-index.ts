import type Database from 'libsql'
import { transact } from './transact.ts'

/** A few ms. */
const rowsAtOnce = 500
/** What FTS5 keeps in them; the first ten records of `said_data` say how, without which it does not let go of the rest. */
const pieces = [
  `DELETE FROM said_data WHERE id IN (SELECT id FROM said_data WHERE id > 10 LIMIT ${rowsAtOnce})`,
  `DELETE FROM said_content WHERE id IN (SELECT id FROM said_content LIMIT ${rowsAtOnce})`,
  `DELETE FROM said_docsize WHERE id IN (SELECT id FROM said_docsize LIMIT ${rowsAtOnce})`,
]

/** The index of earlier versions, which has the words of what was said. */
export interface EarlierIndex {
  /** Takes a piece of it out: all at once takes seconds. False where there is none any more. */
  dropSome(): boolean
  /** All that is left of it. */
  drop(): void
}

export function openEarlierIndex(database: Database.Database): EarlierIndex {
  const there = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'said'`)
  const isThere = () => there.get() !== undefined

  function drop(): void {
    if (isThere()) transact(database, () => database.exec('DROP TABLE said'))
  }

  function dropSome(): boolean {
    if (!isThere()) return false
    const count = transact(database, () =>
      pieces.reduce((sum, piece) => sum + database.prepare(piece).run().changes, 0),
    )
    if (count === 0) drop()
    return count > 0
  }

  return { drop, dropSome }
}
