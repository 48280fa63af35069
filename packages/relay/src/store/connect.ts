import { fdatasyncSync, fstatSync, writeSync } from 'node:fs'
import Database from 'libsql'
import { isStorageFailure } from './storage-failure.ts'

/** Of the log, until they go to the database together; each has a page: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const [frames, frameBytes] = [4_000, 4_096 + 24]

/**
 * A connection to the store; there may be several. FULL: what a statement wrote is on the disk when it returns; NORMAL: when
 * somebody has synced the log (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export function connect(path: string, synchronous: 'FULL' | 'NORMAL'): Database.Database {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma(`synchronous = ${synchronous}`)
  database.pragma('secure_delete = ON')
  database.pragma(`wal_autocheckpoint = ${frames}`)
  return database
}

/** Zeros, which SQLite takes for its end, for all that an open log has between two checkpoints: to sync a file that grows costs twice the CPU. */
export function makeRoom(log: number): void {
  try {
    const { size } = fstatSync(log)
    const missing = frames * frameBytes - size
    if (missing <= 0) return
    writeSync(log, Buffer.alloc(missing), 0, missing, size)
    fdatasyncSync(log)
  } catch (error) {
    if (!isStorageFailure(error)) throw error
  }
}

/** So that the database alone is all of it; the driver closes too late for SQLite to do that itself. */
export function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk, say: it stays in the log, where the next start reads it.
  }
}
