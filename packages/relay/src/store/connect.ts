import { fdatasyncSync, fstatSync, writeSync } from 'node:fs'
import Database from 'libsql'

/** Frames of the log after which they go to the database. */
const framesAtMost = 4_000
/** A page and what stands before it in a frame: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
const frameBytes = 4_096 + 24

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
  database.pragma(`wal_autocheckpoint = ${framesAtMost}`)
  return database
}

/**
 * Fills an open log up with zeros, which SQLite takes for its end, to as much as is written between two checkpoints: to sync a
 * file that grows costs twice the CPU and several times the wait of one that is written over.
 */
export function makeRoom(log: number): void {
  try {
    const { size } = fstatSync(log)
    const missing = framesAtMost * frameBytes - size
    if (missing <= 0) return
    writeSync(log, Buffer.alloc(missing), 0, missing, size)
    fdatasyncSync(log)
  } catch {
    // A full disk, say: it grows with what is written.
  }
}

/** Whoever copies the database alone has all of it then; the driver closes too late for SQLite to do that itself. */
export function emptyLog(database: Database.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk, say: it stays in the log, where the next start reads it.
  }
}
