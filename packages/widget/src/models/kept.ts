// In localStorage, for all tabs of the visitor: `deskbell` once something was sent, and a key of its own for each message that
// the relay does not have, so that no tab writes over what another one has written. In sessionStorage, for this tab: what is
// being typed.
import { browserStore } from './browser-store.ts'
import type { KeptLetter, Letter } from './letter.ts'
import { emptyDraft, parseDraft, parseLetter, parseSaved, type Saved, type SavedDraft } from './saved.ts'

const key = 'deskbell'
const draftKey = `${key}-draft`
const letterKey = `${key}-letter-`

export interface Kept {
  saved(): Saved
  /** Other tabs see the change at once, as they do with all that follows. */
  change(change: Partial<Saved>): void
  /** What the relay has not taken, oldest first. */
  letters(): readonly KeptLetter[]
  /** Adds one, or says of one that it was refused for good. */
  putLetter(kept: KeptLetter): void
  removeLetter(id: Letter['id']): void
  draft(): SavedDraft
  setDraft(draft: SavedDraft): void
  /** The visitor has sent something: from now on all tabs and pages go on with it. False: only this page can. */
  share(): boolean
  isShared(): boolean
  /** There is nothing to go on with any more. Draft and letters stay. */
  forget(): void
  /** Another tab changed what is kept. Returns what ends the listening. */
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
    letters: () =>
      store
        .keys()
        .filter((name) => name.startsWith(letterKey))
        .flatMap((name) => parseLetter(store.get(name)) ?? [])
        .sort((one, other) => one.letter.writtenAt - other.letter.writtenAt),
    putLetter: (kept) => void store.set(letterKey + kept.letter.id, JSON.stringify(kept)),
    removeLetter: (id) => store.remove(letterKey + id),
    draft: () => parseDraft(tab.get(draftKey)),
    setDraft(draft) {
      if (draft.text === emptyDraft.text && draft.email === emptyDraft.email) tab.remove(draftKey)
      else tab.set(draftKey, JSON.stringify(draft))
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
