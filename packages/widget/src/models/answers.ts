import type { Answer, Http } from '@deskbell/client/http'
import {
  type EntriesReply,
  type EntryId,
  type EntryReply,
  type Locale,
  limits,
  type PublishedEntry,
  type SearchReply,
} from '@deskbell/protocol'
import { batch, computed, createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'
import type { Searching } from '../search/search.ts'

export interface Answers {
  /** `ready` with the entries; the search may be ready a moment later. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed'>
  /** Who searches: nobody yet, this page, or the relay: there are too many entries for a page, or it can't load how to search. */
  searcher: ReadonlySignal<'nobody' | 'page' | 'relay'>
  /** Makes this page ready to search, where it is to: not before somebody has words to search for. */
  prepare(): Promise<void>
  /** In the owner's order; those that home shows where the relay searches. */
  entries: ReadonlySignal<readonly PublishedEntry[]>
  /** Those of them that others have opened most; none where nobody has. */
  mostRead: ReadonlySignal<readonly PublishedEntry[]>
  /** How this page searches and shows what was found, once it is ready to. */
  searching: ReadonlySignal<Searching | undefined>
  /** Asks once; again only where it failed before. */
  load(): Promise<void>
  /** Any entry that has been on screen. */
  find(id: EntryId): PublishedEntry | undefined
  /** Any entry there is, asked for where it has not come by itself. */
  reach(id: EntryId): Promise<PublishedEntry | 'missing' | 'failed'>
  /** Where the page searches. */
  search(query: string): SearchReply
  /** Where the relay searches; `undefined` when it can't be reached or the signal aborts. */
  ask(query: string, signal: AbortSignal): Promise<SearchReply | undefined>
}

export interface AnswersOptions {
  http: Http
  locale: Locale
  /** The reply to a request that is on its way already; nothing where there is none. */
  asked?: () => Promise<Answer<EntriesReply> | undefined>
}

/** The entries of a locale and the search over them, which is built a few milliseconds at a time. */
export const AnswersModel = createModel<Answers, [AnswersOptions]>(({ http, locale, asked }) => {
  const state = signal<'loading' | 'ready' | 'failed'>('loading')
  const entries = signal<readonly PublishedEntry[]>([])
  const mostRead = signal<readonly PublishedEntry[]>([])
  const searching = signal<Searching | undefined>(undefined)
  const isWhole = signal(true)
  const isUnable = signal(false)
  const { remember, find, found } = createMemory()

  const load = once(async () => {
    state.value = 'loading'
    const answer = (await asked?.()) ?? (await http.get<EntriesReply>('/api/entries', { locale }))
    batch(() => {
      state.value = answer.ok ? 'ready' : 'failed'
      if (!answer.ok) return
      entries.value = remember(answer.value.entries)
      mostRead.value = found(answer.value.mostRead.map((id) => ({ id })))
      isWhole.value = answer.value.isWhole
    })
    return answer.ok
  })
  const prepare = once(async () => {
    await load()
    if (state.value === 'failed') return false
    const chunk = await import('../search/search.ts').catch(() => undefined)
    isUnable.value = !chunk
    searching.value = await chunk?.startSearching({ locale, entries: entries.value, isWhole: isWhole.value })
    return chunk !== undefined
  })

  async function reach(id: EntryId): Promise<PublishedEntry | 'missing' | 'failed'> {
    await load()
    const known = find(id)
    if (known || state.value === 'failed') return known ?? 'failed'
    if (isWhole.value) return 'missing'
    const answer = await http.get<EntryReply>('/api/entry', { locale, id })
    if (!answer.ok) return 'failed'
    const { entry } = answer.value
    return remember(entry ? [entry] : [])[0] ?? 'missing'
  }

  return {
    state,
    searcher: computed(() => (searching.value?.index ? 'page' : isWhole.value && !isUnable.value ? 'nobody' : 'relay')),
    ...{ entries, mostRead, searching, load, find, reach, prepare },
    search(query) {
      const { index } = searching.value ?? {}
      const results = found(index?.search(query, limits.resultsListed))
      return { results, near: results.length > 0 ? [] : found(index?.nearest(query, limits.nearListed)) }
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

/** Does a task that tells whether it was done; again only where it was not. */
function once(task: () => Promise<boolean>): () => Promise<void> {
  let doing: Promise<void> | undefined
  return () => {
    doing ??= task().then((isDone) => {
      if (!isDone) doing = undefined
    })
    return doing
  }
}

/** Every entry that came, by its id. */
function createMemory() {
  const known = new Map<EntryId, PublishedEntry>()
  return {
    remember(seen: readonly PublishedEntry[]): readonly PublishedEntry[] {
      for (const entry of seen) known.set(entry.id, entry)
      return seen
    },
    find: (id: EntryId) => known.get(id),
    found: (results: readonly { id: EntryId }[] = []) => results.flatMap(({ id }) => known.get(id) ?? []),
  }
}
