import type { Answer, Http } from '@deskbell/client/http'
import { createSearchInSlices, type Search } from '@deskbell/faq'
import {
  type EntriesReply,
  type Locale,
  limits,
  type PublishedEntry,
  plainText,
  type SearchReply,
} from '@deskbell/protocol'

/** Entries that answer, best first; where none does, those that are near. */
export interface Found {
  entries: readonly PublishedEntry[]
  isNear: boolean
}

/** The entries of a locale as visitors get them, searched as visitors search them. */
export interface EntrySource {
  /** Whether it finds at once: the entries are all here. */
  isHere: boolean
  /** Without words the first of all. `isOutdated` ends a question to the relay. */
  find(words: string, isOutdated: AbortSignal): Promise<Answer<Found>>
}

const listed = 8

/** Asks for the entries; too many for a page are searched by the relay. */
export async function openEntrySource(http: Http, locale: Locale): Promise<Answer<EntrySource>> {
  const answer = await http.get<EntriesReply>('/api/entries', { locale })
  if (!answer.ok) return answer
  const { entries, isWhole } = answer.value
  const look = isWhole ? lookHere(await buildIndex(entries, locale), entries) : lookThere(http, locale)
  const find: EntrySource['find'] = async (words, isOutdated) => {
    const query = words.trim().slice(0, limits.queryLength)
    if (query !== '') return look(query, isOutdated)
    return { ok: true, value: { entries: entries.slice(0, listed), isNear: false } }
  }
  return { ok: true, value: { isHere: isWhole, find } }
}

function lookHere(index: Search, entries: readonly PublishedEntry[]): EntrySource['find'] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const entriesOf = (some: readonly { id: string }[]) => some.flatMap(({ id }) => byId.get(id) ?? [])
  return async (query) => {
    const results = entriesOf(index.search(query, listed))
    return { ok: true, value: best(results, entriesOf(results.length > 0 ? [] : index.nearest(query, listed))) }
  }
}

function lookThere(http: Http, locale: Locale): EntrySource['find'] {
  return async (query, isOutdated) => {
    const answer = await http.get<SearchReply>('/api/search', { locale, q: query }, isOutdated)
    return answer.ok ? { ok: true, value: best(answer.value.results.slice(0, listed), answer.value.near) } : answer
  }
}

function best(results: readonly PublishedEntry[], near: readonly PublishedEntry[]): Found {
  return results.length > 0 ? { entries: results, isNear: false } : { entries: near, isNear: true }
}

function buildIndex(entries: readonly PublishedEntry[], locale: Locale): Promise<Search> {
  const searchable = entries.map((entry) => ({ ...entry, answer: plainText(entry.answer) }))
  return createSearchInSlices(searchable, { locale, pause })
}

/** Lets the page take input between two slices of the index. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume))
}
