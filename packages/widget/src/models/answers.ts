import type { Http } from '@deskbell/client/http'
import { createSearchInSlices, type Lexicons, loadLexicons, type Search, searchableOf } from '@deskbell/faq'
import {
  type EntriesReply,
  type EntryId,
  type Locale,
  limits,
  type PublishedEntry,
  type SearchReply,
} from '@deskbell/protocol'
import { batch, computed, createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'
import { pause } from './pause.ts'

export interface Answers {
  /** `ready` with the entries; the search may be ready a moment later. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed'>
  /** Who searches: nobody yet, this page, or the relay because there are too many entries for a page. */
  searcher: ReadonlySignal<'nobody' | 'page' | 'relay'>
  /** In the owner's order; those that home shows where the relay searches. */
  entries: ReadonlySignal<readonly PublishedEntry[]>
  /** Of the page and of the entries, once they are there. */
  lexicons: ReadonlySignal<Lexicons>
  /** Asks once; again only where it failed before. */
  load(): Promise<void>
  /** Any entry that has been on screen. */
  find(id: EntryId): PublishedEntry | undefined
  /** Where the page searches. */
  search(query: string): SearchReply
  /** Where the relay searches; `undefined` when it can't be reached or the signal aborts. */
  ask(query: string, signal: AbortSignal): Promise<SearchReply | undefined>
}

/** The entries of a locale and the search over them, which is built a few milliseconds at a time. */
export const AnswersModel = createModel<Answers, [{ http: Http; locale: Locale }]>(({ http, locale }) => {
  const state = signal<'loading' | 'ready' | 'failed'>('loading')
  const entries = signal<readonly PublishedEntry[]>([])
  const lexicons = signal<Lexicons>({})
  const index = signal<Search | undefined>(undefined)
  const isWhole = signal(true)
  const known = new Map<EntryId, PublishedEntry>()
  let loading: Promise<void> | undefined

  async function fetchAll(): Promise<void> {
    state.value = 'loading'
    void fetchLexicons([])
    const answer = await http.get<EntriesReply>('/api/entries', { locale })
    if (!answer.ok) {
      loading = undefined
      state.value = 'failed'
      return
    }
    batch(() => {
      entries.value = remember(answer.value.entries)
      isWhole.value = answer.value.isWhole
      state.value = 'ready'
    })
    lexicons.value = await fetchLexicons(entries.value.map((entry) => entry.locale))
    if (!isWhole.value) return
    const options = { locale, lexicons: lexicons.value, pause }
    index.value = await createSearchInSlices(entries.value.map(searchableOf), options)
  }

  /** What can't be downloaded the search does without. */
  const fetchLexicons = (locales: Locale[]) => loadLexicons([locale, ...locales]).catch(() => ({}))

  function remember(seen: readonly PublishedEntry[]): readonly PublishedEntry[] {
    for (const entry of seen) known.set(entry.id, entry)
    return seen
  }

  const found = (results: readonly { id: EntryId }[] = []) => results.flatMap(({ id }) => known.get(id) ?? [])
  return {
    state,
    searcher: computed(() => (isWhole.value ? (index.value ? 'page' : 'nobody') : 'relay')),
    entries,
    lexicons,
    load() {
      loading ??= fetchAll()
      return loading
    },
    find: (id) => known.get(id),
    search(query) {
      const results = found(index.value?.search(query, limits.resultsListed))
      return { results, near: results.length > 0 ? [] : found(index.value?.nearest(query, limits.nearListed)) }
    },
    async ask(q, aborted) {
      const answer = await http.get<SearchReply>('/api/search', { locale, q }, aborted)
      if (!answer.ok) return undefined
      remember([...answer.value.results, ...answer.value.near])
      return answer.value
    },
  }
})
export type AnswersModel = Model<Answers>
