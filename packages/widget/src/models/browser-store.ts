/** Texts by key, kept in the browser; what it refuses to keep is there as long as this page is. */
export interface BrowserStore {
  keys(): readonly string[]
  get(key: string): string | undefined
  /** False when the browser does not keep it. */
  set(key: string, value: string): boolean
  remove(key: string): void
}

/** Never throws. `pick` is called at every use: where storage is forbidden, already naming it throws. */
export function browserStore(pick: () => Storage): BrowserStore {
  const page = new Map<string, string>()
  function attempt<T>(use: (storage: Storage) => T): T | undefined {
    try {
      return use(pick())
    } catch {
      // Forbidden or full: this page remembers for itself.
      return undefined
    }
  }
  return {
    keys: () => [...page.keys(), ...(attempt(Object.keys) ?? [])],
    get: (key) => page.get(key) ?? attempt((storage) => storage.getItem(key)) ?? undefined,
    set(key, value) {
      page.set(key, value)
      return attempt((storage) => storage.setItem(key, value) ?? page.delete(key)) === true
    },
    remove(key) {
      page.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
  }
}
