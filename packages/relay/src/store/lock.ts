import { join } from 'node:path'
import Database from 'libsql'

/**
 * One relay per data folder: holds an exclusive transaction on `lock.db`, which the system frees however the process ends.
 * Returns what lets it go; undefined when another process holds it.
 */
export function tryLock(folder: string): (() => void) | undefined {
  const database = new Database(join(folder, 'lock.db'))
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  return () => database.close()
}

/** The same, and throws when another process holds it. */
export function lockFolder(folder: string): () => void {
  const unlock = tryLock(folder)
  if (unlock) return unlock
  throw new Error(`another relay uses the data folder ${folder}: stop it, or set DESKBELL_DATA to another folder`)
}
