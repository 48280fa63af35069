import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'libsql'
import { sync, writeSynced } from '../store/durable-file.ts'
import { type BesideCommand, CommandRefused } from './command.ts'

const conversations = 'conversations.db'
const files = 'files'
const pictures = 'pictures'

export const backup: BesideCommand = {
  argument: 'FOLDER',
  does: 'copies all data into an empty folder, also while the relay runs',
  beside(dataFolder, argument) {
    const folder = resolve(argument)
    makeEmpty(folder)
    try {
      copyAll(dataFolder, folder)
    } catch (error) {
      // Half a copy looks like a whole one.
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      throw error
    }
    return `Backed up to ${folder}. To restore, stop the relay and put a copy of it in the place of ${resolve(dataFolder)}.`
  },
}

function copyAll(dataFolder: string, folder: string): void {
  // Conversations first: who is named in them is in the files then, which are copied later.
  copyDatabase(join(dataFolder, conversations), join(folder, conversations))
  for (const name of readdirSync(dataFolder).filter((found) => found.endsWith('.json'))) {
    writeSynced(join(folder, name), readFileSync(join(dataFolder, name)))
  }
  copyFiles(join(dataFolder, files), join(folder, files), knownFiles(folder))
  if (existsSync(join(dataFolder, pictures))) copyFiles(join(dataFolder, pictures), join(folder, pictures))
  sync(folder)
}

/** Those the copied database knows: they were there before it knew them. */
function knownFiles(folder: string): ReadonlySet<string> {
  const database = new Database(join(folder, conversations), { readonly: true })
  try {
    return new Set(database.prepare('SELECT id FROM files').pluck().all() as string[])
  } finally {
    database.close()
  }
}

/** All that are whole, or the `known`. What is deleted meanwhile is gone from both. */
function copyFiles(from: string, to: string, known?: ReadonlySet<string>): void {
  mkdirSync(to, { mode: 0o700 })
  for (const name of readdirSync(from)) {
    const [id = '', ending] = name.split('.')
    if (known ? !known.has(id) : ending) continue
    try {
      copyFileSync(join(from, name), join(to, name))
      sync(join(to, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  sync(to)
}

function makeEmpty(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).length === 0) return
  } catch (error) {
    throw new CommandRefused(`${folder} can't be used as a folder`, { cause: error })
  }
  throw new CommandRefused(`${folder} is not empty: name a new folder`)
}

/**
 * One moment of the database, whatever is written to it meanwhile, and checked. By a connection of this process, so that
 * the relay's event loop does nothing for it: to SQLite's WAL a reader is no hindrance (https://sqlite.org/lang_vacuum.html#vacuuminto).
 */
function copyDatabase(from: string, to: string): void {
  if (!existsSync(from)) throw new CommandRefused(`${from} is not there: set DESKBELL_DATA to the relay's data folder`)
  // Made first, as it is to be nobody else's to read; SQLite writes into an empty file.
  writeSynced(to, '')
  const database = new Database(from, { readonly: true })
  try {
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
  sync(to)
  check(to)
}

function check(path: string): void {
  const copy = new Database(path, { readonly: true })
  try {
    const [row] = copy.pragma('quick_check') as [{ quick_check: string }]
    if (row.quick_check !== 'ok')
      throw new CommandRefused(`the copy is damaged, as the store may be: ${row.quick_check}`)
  } finally {
    copy.close()
  }
}
