// In localStorage, for all tabs of the visitor: `deskbell` once something was sent; the letters beside it are kept-letters.ts's.
// In sessionStorage, for this tab: what is being typed.
import { browserStore } from './browser-store.ts'
import { parseDraft, parseSaved, type Saved, type SavedDraft } from './saved.ts'

const key = 'deskbell'
const draftKey = `${key}-draft`

export interface Kept {
  saved(): Saved
  /** Other tabs see the change at once, as they do with all that follows. */
  change(change: Partial<Saved>): void
  draft(): SavedDraft
  setDraft(draft: SavedDraft): void
  /** The visitor has sent something: from now on all tabs and pages go on with it. False: only this page can. */
  share(): boolean
  isShared(): boolean
  /** There is nothing to go on with any more. Draft and letters stay. */
  forget(): void
  /** Another tab changed what is kept, letters too. Returns what ends the listening. */
  onChange(listener: () => void): () => void
}

/** Opens what earlier pages have kept. Never throws. */
export function openKept(): Kept {
  const store = browserStore(() => localStorage)
  const tab = browserStore(() => sessionStorage)
  let own: Saved = {}
  const isShared = () => store.get(key) !== undefined
  const saved = () => {
    own = { ...own, ...parseSaved(store.get(key)) }
    return own
  }
  const keep = () => store.set(key, JSON.stringify(own))
  return {
    saved,
    change(change) {
      own = { ...saved(), ...change }
      if (isShared()) keep()
    },
    draft: () => parseDraft(tab.get(draftKey)),
    setDraft(draft) {
      if (draft.text || draft.name || draft.email) tab.set(draftKey, JSON.stringify(draft))
      else tab.remove(draftKey)
    },
    share() {
      saved()
      return isShared() || keep()
    },
    isShared,
    forget() {
      saved()
      store.remove(key)
    },
    onChange(listener) {
      const hear = (event: StorageEvent) => {
        // Without a key all of it was cleared.
        if (event.key?.startsWith(key) ?? true) listener()
      }
      addEventListener('storage', hear)
      return () => removeEventListener('storage', hear)
    },
  }
}
