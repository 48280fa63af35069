import type { Http } from '@deskbell/client/http'
import { createSearchInSlices, type Search } from '@deskbell/faq'
import { type EntriesReply, type EntryId, type Locale, type PublishedEntry, plainText } from '@deskbell/protocol'
import { batch, computed, createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'

export interface Answers {
  /** `ready` with the entries; the search is ready a moment later (`canSearch`). */
  state: ReadonlySignal<'loading' | 'ready' | 'failed'>
  canSearch: ReadonlySignal<boolean>
  /** In the owner's order. */
  entries: ReadonlySignal<readonly PublishedEntry[]>
  /** Asks once; again only where it failed before. */
  load(): Promise<void>
  find(id: EntryId): PublishedEntry | undefined
  /** Best first; empty when nothing answers, and before `canSearch`. Read `canSearch.value` to be told when to ask again. */
  search(query: string, limit?: number): PublishedEntry[]
  /** Entries near a query that `search` turned down. */
  nearest(query: string, limit?: number): PublishedEntry[]
}

/** How many results a list shows. */
const listed = 12

/** The entries of a locale and the search over them, which is built a few milliseconds at a time. */
export const AnswersModel = createModel<Answers, [{ http: Http; locale: Locale }]>(({ http, locale }) => {
  const state = signal<'loading' | 'ready' | 'failed'>('loading')
  const entries = signal<readonly PublishedEntry[]>([])
  const index = signal<Search | undefined>(undefined)
  let loading: Promise<void> | undefined

  async function fetchAll(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<EntriesReply>('/api/entries', { locale })
    if (!answer.ok) {
      loading = undefined
      state.value = 'failed'
      return
    }
    batch(() => {
      entries.value = answer.value.entries
      state.value = 'ready'
    })
    const searchable = entries.value.map((entry) => ({ ...entry, answer: plainText(entry.answer) }))
    index.value = await createSearchInSlices(searchable, { locale, pause })
  }

  const find = (id: EntryId) => entries.value.find((entry) => entry.id === id)
  const found = (results: readonly { id: EntryId }[]) => results.flatMap(({ id }) => find(id) ?? [])
  return {
    state,
    entries,
    canSearch: computed(() => index.value !== undefined),
    load() {
      loading ??= fetchAll()
      return loading
    },
    find,
    search: (query, limit = listed) => found(index.value?.search(query, limit) ?? []),
    nearest: (query, limit = 3) => found(index.value?.nearest(query, limit) ?? []),
  }
})
export type AnswersModel = Model<Answers>

/** Lets the page paint and take input between two slices; a message, because timers are held back to 4 ms. */
function pause(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(null)
  })
}
