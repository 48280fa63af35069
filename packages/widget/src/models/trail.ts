import { type Before, type EntryId, limits, type PublishedEntry } from '@deskbell/protocol'
import { createModel, type Model } from '@preact/signals'

export interface Trail {
  /** A search the visitor has stopped at. Typing on from it replaces it; stopping there again does not make it later. */
  searched(query: string, found: number): void
  read(entry: PublishedEntry): void
  /** Which search led to an entry just opened; `''`: none. */
  led(id: EntryId, query: string): void
  searchFor(id: EntryId): string
  helped(entry: PublishedEntry, helped: boolean): void
  /** What the visitor did so far, and where; shown before it is sent. */
  before(): Before
  /** The same, and the time zone: it is asked for only once something is sent, as it takes long. */
  asking(): Before
}

type Searches = Before['searches'][number]
type Reading = Before['entries'][number]

/** Remembers, in memory only, what was searched, what was read and what did not help. `topic`: the page's. */
export const TrailModel = createModel<Trail, [topic?: () => string | undefined]>((topic) => {
  let searches: Searches[] = []
  let entries: Reading[] = []
  const searchedFor = new Map<EntryId, string>()

  function note(entry: PublishedEntry, more: { helped?: boolean }): void {
    const known = entries.find(({ id }) => id === entry.id)
    const question = entry.question.slice(0, limits.titleLength)
    const reading = { ...known, ...more, id: entry.id, question, at: Date.now() }
    entries = [...entries.filter(({ id }) => id !== entry.id), reading].slice(-limits.entriesCarried)
  }

  function before(): Before {
    const about = topic?.()?.trim().slice(0, limits.titleLength)
    return { searches, entries, ...pageOf(document.title, location.href), ...(about && { topic: about }) }
  }

  return {
    searched(query, found) {
      const words = query.trim().slice(0, limits.queryLength)
      if (words === '') return
      const at = searches.find((search) => search.query === words)?.at ?? Date.now()
      const earlier = searches.filter((search) => !startsAlike(words, search.query))
      searches = [...earlier, { query: words, found, at }].slice(-limits.searchesCarried)
    },
    read: (entry) => note(entry, {}),
    led: (id, query) => void searchedFor.set(id, query),
    searchFor: (id) => searchedFor.get(id) ?? '',
    helped: (entry, helped) => note(entry, { helped }),
    before,
    asking() {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
      return { ...before(), ...(timeZone && { timeZone }) }
    },
  }
})
export type TrailModel = Model<Trail>

function startsAlike(words: string, earlier: string): boolean {
  return words.toLowerCase().startsWith(earlier.toLowerCase())
}

/** The page without its fragment, but for the path of an app's route; an address too long for the relay loses that, then its query. */
function pageOf(title: string, address: string): Pick<Before, 'page'> {
  const [whole = ''] = address.split('#', 1)
  const [bare = ''] = whole.split('?', 1)
  const [, route = ''] = /^[^#]*(#!?\/[^?&=]*)/.exec(address) ?? []
  const url = [whole + route, whole, bare].find(({ length }) => length <= limits.urlLength)
  return url === undefined ? {} : { page: { title: title.trim().slice(0, limits.titleLength), url } }
}
