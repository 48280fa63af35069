import type { DraftShelf } from './form-draft.ts'

/** Keeps a draft in this tab, over a reload too; in memory only where the browser forbids storage. */
export function draftShelf(name: string): DraftShelf {
  const key = `deskbell:draft:${name}`
  return {
    read: () => attempt(() => sessionStorage.getItem(key)) ?? null,
    write: (draft) => {
      attempt(() => (draft === null ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, draft)))
    },
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    // Storage is forbidden or full: the draft lives as long as the page is open.
    return undefined
  }
}
