import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { connect } from './connect.ts'
import { sync } from './durable-file.ts'
import { migrate } from './schema.ts'

/**
 * The database, at this relay's version. Throws when a newer relay has written it or when it is damaged. A log (`-wal`) that
 * was cut is none: a loss of power leaves one too, and all that was acknowledged was on the disk before.
 */
export function openDatabase(path: string): Database.Database {
  refuseEmpty(path)
  try {
    if (!existsSync(path)) make(path)
    return open(path)
  } catch (error) {
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')) throw error
    throw damaged(path, 'it is not as SQLite left it', error)
  }
}

/** SQLite would take either for a new database and delete the log. */
function refuseEmpty(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).size === 0) throw damaged(path, 'it is empty')
  } else if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) throw damaged(path, 'it is missing')
}

function damaged(path: string, why: string, cause?: unknown): Error {
  return new Error(`${path} is damaged, ${why}: put a backup in the place of the data folder`, { cause })
}

/** Made beside and put in its place when it is ready: an empty file there is never one that was only begun. */
function make(path: string): void {
  const beside = `${path}.new`
  for (const leftover of ['', '-journal']) rmSync(beside + leftover, { force: true })
  const database = new Database(beside)
  // Without a log of its own, which would keep the old name.
  database.pragma('journal_mode = DELETE')
  migrate(database)
  database.close()
  renameSync(beside, path)
  sync(dirname(path))
}

function open(path: string): Database.Database {
  const database = connect(path, 'FULL')
  try {
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
