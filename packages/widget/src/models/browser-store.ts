/** One text under one key of a browser's storage. Storage that is forbidden or full reads as empty. */
export interface BrowserStore {
  get(): string | undefined
  /** False when the browser does not keep it. */
  set(value: string): boolean
  remove(): void
}

/** `pick` is called at every use: where storage is forbidden, already naming it throws. */
export function browserStore(pick: () => Storage, key: string): BrowserStore {
  return {
    get() {
      try {
        return pick().getItem(key) ?? undefined
      } catch {
        // Forbidden here: nothing was kept.
        return undefined
      }
    },
    set(value) {
      try {
        pick().setItem(key, value)
        return true
      } catch {
        // Forbidden or full: the caller tells the visitor.
        return false
      }
    },
    remove() {
      try {
        pick().removeItem(key)
      } catch {
        // Forbidden here: there is nothing to remove.
      }
    },
  }
}
