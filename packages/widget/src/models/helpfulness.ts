import type { Http } from '@deskbell/client/http'
import type { EntryId, Feedback, PublishedEntry } from '@deskbell/protocol'
import { createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'
import type { TrailModel } from './trail.ts'

export interface Helpfulness {
  /** It is on screen: told to the relay once a page, without saying by whom. */
  read(entry: PublishedEntry): void
  /** What the visitor said about each entry so far. */
  said: ReadonlySignal<ReadonlyMap<EntryId, boolean>>
  /** Tells the relay, with the search that led to the entry and without saying who; telling the same twice tells it once. */
  say(entry: PublishedEntry, helped: boolean): void
}

/** What becomes of entries: opened, and did they help? */
export const HelpfulnessModel = createModel<Helpfulness, [{ http: Http; trail: TrailModel }]>(({ http, trail }) => {
  const said = signal<ReadonlyMap<EntryId, boolean>>(new Map())
  const readHere = new Set<EntryId>()
  const tell = (feedback: Feedback) => void http.send('POST', '/api/feedback', feedback)
  return {
    said,
    read(entry) {
      trail.read(entry)
      if (readHere.has(entry.id)) return
      readHere.add(entry.id)
      tell({ kind: 'read', entryId: entry.id, locale: entry.locale })
    },
    say(entry, helped) {
      if (said.value.get(entry.id) === helped) return
      said.value = new Map([...said.value, [entry.id, helped]])
      trail.helped(entry, helped)
      const query = trail.searchFor(entry.id)
      const about = { entryId: entry.id, locale: entry.locale, ...(query && { query }) }
      tell({ kind: 'helped', helped, ...about })
    },
  }
})
export type HelpfulnessModel = Model<Helpfulness>
