import type Database from 'libsql'

type Values = (string | number | null)[]

/**
 * Everything that is written goes through here: all that `act` does in one transaction, or nothing; within another one, as a
 * part of it. Never with a statement alone: one that meets another program's lock (SQLITE_BUSY) stays open in the driver, and
 * SQLite commits nothing that ends beside it on the same connection (https://sqlite.org/lang_transaction.html). `exec` closes
 * what it could not begin.
 */
export function transact<T>(database: Database.Database, act: () => T): T {
  if (database.inTransaction) return act()
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = act()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk, say, has ended it already.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** A statement that writes: give it its values; returns how many rows it changed. */
export function writer(database: Database.Database, sql: string): (...values: Values) => number {
  const statement = database.prepare(sql)
  return (...values) => transact(database, () => statement.run(...values).changes)
}
