// One localStorage key, written with the first accepted message and shared by the visitor's tabs; before that one
// sessionStorage key, written once the visitor has typed; memory where the browser keeps nothing.
import { type BrowserStore, browserStore } from './browser-store.ts'
import { emptyDraft, nothingSaved, parseDraft, parseSaved, partOf, type Saved, type SavedDraft } from './saved.ts'

const key = 'deskbell'
const draftKey = 'deskbell-draft'

export interface Kept {
  saved(): Saved
  /** Other tabs see the change at once. */
  change(change: Partial<Saved>): void
  draft(): SavedDraft
  setDraft(draft: SavedDraft): void
  /** The relay has taken the first message: from now on all tabs and pages share what is kept. False: only this page knows. */
  share(): boolean
  isShared(): boolean
  /** The visitor is nobody the relay knows any more. The draft stays. */
  forget(): void
  /** Another tab changed what is shared. Returns what ends the listening. */
  onChange(listener: () => void): () => void
}

/** Opens what earlier pages have kept. Never throws. */
export function openKept(): Kept {
  const shared = browserStore(() => localStorage, key)
  const session = browserStore(() => sessionStorage, draftKey)
  let own = parseSaved(shared.get()) ?? parseSaved(partOf(session.get(), 'saved')) ?? nothingSaved
  let draft = parseDraft(partOf(session.get(), 'draft'))
  let isShared = shared.get() !== undefined && own.token !== undefined

  const saved = () => (isShared && parseSaved(shared.get())) || own
  const keep = () => {
    keepInSession(session, isShared ? nothingSaved : own, draft)
    return !isShared || shared.set(JSON.stringify(own))
  }
  return {
    saved,
    change(change) {
      own = { ...saved(), ...change }
      keep()
    },
    draft: () => draft,
    setDraft(next) {
      draft = next
      keepInSession(session, isShared ? nothingSaved : own, draft)
    },
    share() {
      own = saved()
      isShared = true
      return keep()
    },
    isShared: () => isShared,
    forget() {
      own = nothingSaved
      isShared = false
      shared.remove()
      keep()
    },
    onChange(listener) {
      const hear = (event: StorageEvent) => {
        if (event.key !== key) return
        isShared ||= parseSaved(shared.get())?.token !== undefined
        listener()
      }
      addEventListener('storage', hear)
      return () => removeEventListener('storage', hear)
    },
  }
}

/** Nothing typed and nothing sent leaves nothing in the browser. */
function keepInSession(session: BrowserStore, saved: Saved, draft: SavedDraft): void {
  if (draft.text === emptyDraft.text && draft.email === emptyDraft.email && saved.letters.length === 0) session.remove()
  else session.set(JSON.stringify({ draft, saved }))
}
