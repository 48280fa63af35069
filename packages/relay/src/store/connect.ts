import Database from 'libsql'

/**
 * A connection to the store; there may be several. FULL: what a statement wrote is on the disk when it returns; NORMAL: when
 * somebody has synced the log (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function connect(path: string, synchronous: 'FULL' | 'NORMAL'): Database.Database {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma(`synchronous = ${synchronous}`)
  database.pragma('secure_delete = ON')
  // Pages written again and again go to the database less often.
  database.pragma('wal_autocheckpoint = 4000')
  return database
}

/** Whoever copies the database alone has all of it then; the driver closes too late for SQLite to do that itself. */
export function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk, say: it stays in the log, where the next start reads it.
  }
}
