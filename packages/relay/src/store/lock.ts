import { join } from 'node:path'
import Database from 'libsql'

/**
 * One relay per data folder: holds an exclusive transaction on `lock.db`, which the system frees however the process ends.
 * Throws when another relay holds it. Returns what lets it go.
 */
export function lockFolder(folder: string): () => void {
  const database = new Database(join(folder, 'lock.db'))
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw new Error(`another relay uses the data folder ${folder}: stop it, or set DESKBELL_DATA to another folder`, {
      cause: error,
    })
  }
  return () => database.close()
}
