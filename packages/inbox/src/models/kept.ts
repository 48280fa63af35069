/** What this browser keeps for an operator. Storage that throws (switched off, full) keeps it for this page only. */
export interface Keep {
  read(name: string): string | undefined
  write(name: string, value: string | undefined): void
  /** What is kept under names that begin so. */
  names(start: string): readonly string[]
  /** Calls with the name of what another tab has written or taken away; returns what stops it. */
  onChange(listener: (name: string) => void): () => void
}

/** `owner` keeps apart what two operators of one browser keep. */
export function browserKeep(storage: Storage, owner: string): Keep {
  const page = new Map<string, string>()
  const [before, behind] = ['deskbell-inbox-', `:${owner}`]
  const named = (name: string) => before + name + behind
  const isOurs = (key: string, start = '') => key.startsWith(before + start) && key.endsWith(behind)
  const nameOf = (key: string) => key.slice(before.length, -behind.length)
  function attempt<T>(use: () => T): T | undefined {
    try {
      return use()
    } catch {
      // Full or switched off in this browser: this page remembers for itself.
      return undefined
    }
  }
  return {
    read: (name) => page.get(named(name)) ?? attempt(() => storage.getItem(named(name))) ?? undefined,
    write(name, value) {
      const key = named(name)
      page.delete(key)
      if (value === undefined) attempt(() => storage.removeItem(key))
      else if (!attempt(() => storage.setItem(key, value) ?? true)) page.set(key, value)
    },
    names(start) {
      const keys = new Set([...page.keys(), ...(attempt(() => Object.keys(storage)) ?? [])])
      return [...keys].filter((key) => isOurs(key, start)).map(nameOf)
    },
    onChange(listener) {
      const hear = ({ key }: StorageEvent) => {
        if (key && isOurs(key)) listener(nameOf(key))
      }
      addEventListener('storage', hear)
      return () => removeEventListener('storage', hear)
    },
  }
}

/** Reads JSON of a known shape; what is not there or not JSON is the fallback. */
export function readKept<T>(keep: Keep, name: string, fallback: T): T {
  const text = keep.read(name)
  if (text === undefined) return fallback
  try {
    return JSON.parse(text) as T
  } catch {
    // Cut off or written by something else.
    return fallback
  }
}
