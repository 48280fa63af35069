import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Colleague, Entry, Operator, Privacy, Settings } from '@deskbell/protocol'
import { LowSync, type SyncAdapter } from 'lowdb'
import { sync, writeSynced } from './durable-file.ts'

export interface StoredOperator extends Operator {
  /** scrypt; see passwords.ts */
  passwordHash: string
}

/** What people edit: one small readable JSON file each. */
export interface SettingsStore {
  settings: LowSync<Settings>
  operators: LowSync<StoredOperator[]>
  /** Who was removed, as the transcripts call them. */
  formerOperators: LowSync<Colleague[]>
  entries: LowSync<Entry[]>
  privacy: LowSync<Privacy>
  cannedReplies: LowSync<{ id: string; text: string }[]>
}

const defaults: Settings = {
  siteName: 'Deskbell',
  locale: 'en',
  origins: [],
  contact: {},
  accent: '#115e75',
  position: 'end',
  routing: 'automatic',
  openWithinSeconds: 30,
  line: { maximumWaitMinutes: 15 },
  topics: [],
}

/** Throws when a file and its last good copy are both unreadable: nothing is ever started empty by accident. */
export function openSettingsStore(folder: string): SettingsStore {
  const open = <T>(name: string, initial: T): LowSync<T> => {
    const store = new LowSync<T>(new DurableFile<T>(join(folder, name)), initial)
    store.read()
    return store
  }
  const settings = open('settings.json', defaults)
  settings.data = { ...defaults, ...settings.data }
  return {
    settings,
    operators: open<StoredOperator[]>('operators.json', []),
    formerOperators: open<Colleague[]>('former-operators.json', []),
    entries: open<Entry[]>('entries.json', []),
    privacy: open<Privacy>('privacy.json', { retentionDays: 365 }),
    cannedReplies: open<{ id: string; text: string }[]>('canned-replies.json', []),
  }
}

/** A JSON file that is whole at any instant: written beside, synced, then renamed; the last good one is kept. */
class DurableFile<T> implements SyncAdapter<T> {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  read(): T | null {
    const backup = `${this.#path}.last`
    if (!existsSync(this.#path) && !existsSync(backup)) return null
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as T
    } catch (error) {
      if (existsSync(backup)) return JSON.parse(readFileSync(backup, 'utf8')) as T
      throw new Error(
        `${this.#path} is damaged and has no last good copy: mend it by hand or put a backup in its place`,
        {
          cause: error,
        },
      )
    }
  }

  write(data: T): void {
    const beside = `${this.#path}.new`
    writeSynced(beside, `${JSON.stringify(data, null, 2)}\n`)
    if (existsSync(this.#path)) copyFileSync(this.#path, `${this.#path}.last`)
    renameSync(beside, this.#path)
    sync(dirname(this.#path))
  }
}
