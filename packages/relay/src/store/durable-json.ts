import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { LowSync, type SyncAdapter } from 'lowdb'
import { sync, writeSynced } from './durable-file.ts'

/** Takes one line for who runs the relay. */
export type Warn = (line: string) => void

/** A JSON file as data: what could not be written is not in the data either. */
export class DurableJson<T extends object> extends LowSync<T> {
  #written: string

  /** `initial`: the data where there is no file, and the members a file may lack. Throws when file and last good copy are damaged. */
  constructor(path: string, initial: T, warn: Warn) {
    super(new DurableFile<T>(path, (data) => isLike(initial, data), warn), initial)
    this.read()
    if (!Array.isArray(initial)) this.data = { ...initial, ...this.data }
    this.#written = JSON.stringify(this.data)
  }

  override write(): void {
    try {
      super.write()
      this.#written = JSON.stringify(this.data)
    } catch (error) {
      this.data = JSON.parse(this.#written) as T
      throw error
    }
  }
}

function isLike(initial: object, data: unknown): boolean {
  return typeof data === 'object' && data !== null && Array.isArray(data) === Array.isArray(initial)
}

/** A file that is whole at any instant: written beside, synced, then renamed; the last good one is kept. */
class DurableFile<T> implements SyncAdapter<T> {
  readonly #path: string
  readonly #last: string
  readonly #isWhole: (data: unknown) => boolean
  readonly #warn: Warn

  constructor(path: string, isWhole: (data: unknown) => boolean, warn: Warn) {
    this.#path = path
    this.#last = `${path}.last`
    this.#isWhole = isWhole
    this.#warn = warn
  }

  read(): T | null {
    if (!existsSync(this.#path) && !existsSync(this.#last)) return null
    return this.#parsed(this.#path) ?? this.#restored()
  }

  /** The damaged file goes aside: in its place it would become the last good copy at the next write. */
  #restored(): T {
    const data = this.#parsed(this.#last)
    if (data === undefined) {
      throw new Error(
        `${this.#path} is damaged and has no last good copy: mend it by hand or put a backup in its place`,
      )
    }
    const aside = `${this.#path}.damaged`
    if (existsSync(this.#path)) renameSync(this.#path, aside)
    this.#warn(`${this.#path} was damaged or missing: its last good copy is used; what was damaged is kept as ${aside}`)
    this.write(data)
    return data
  }

  /** Undefined where there is no file, or no whole one; throws when it can't be read, which says nothing about what is in it. */
  #parsed(path: string): T | undefined {
    if (!existsSync(path)) return undefined
    const text = readFileSync(path, 'utf8')
    try {
      const data: unknown = JSON.parse(text)
      return this.#isWhole(data) ? (data as T) : undefined
    } catch {
      return undefined
    }
  }

  write(data: T): void {
    const beside = `${this.#path}.new`
    writeSynced(beside, `${JSON.stringify(data, null, 2)}\n`)
    if (existsSync(this.#path)) copyFileSync(this.#path, this.#last)
    renameSync(beside, this.#path)
    sync(dirname(this.#path))
  }
}
