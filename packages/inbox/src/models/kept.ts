/** What this browser keeps for an operator. Storage that throws (switched off, full) keeps it for this page only. */
export interface Keep {
  read(name: string): string | undefined
  write(name: string, value: string | undefined): void
}

/** `owner` keeps apart what two operators of one browser keep. */
export function browserKeep(storage: Storage, owner: string): Keep {
  const page = new Map<string, string>()
  const named = (name: string) => `deskbell-inbox-${name}:${owner}`
  return {
    read(name) {
      const key = named(name)
      try {
        return storage.getItem(key) ?? page.get(key)
      } catch {
        // Switched off in this browser: what the page has is all there is.
        return page.get(key)
      }
    },
    write(name, value) {
      const key = named(name)
      if (value === undefined) page.delete(key)
      else page.set(key, value)
      try {
        if (value === undefined) storage.removeItem(key)
        else storage.setItem(key, value)
      } catch {
        // Full or switched off: it is kept for as long as this page is open.
      }
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
