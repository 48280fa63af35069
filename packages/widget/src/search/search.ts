// A download of its own, brought with the panel but run only once somebody has words to search for: it takes memory.
import {
  createSearchInSlices,
  type Lexicons,
  loadLexicons,
  type MarkedText,
  markMatches,
  type Search,
  searchableOf,
  snippetOf,
} from '@deskbell/faq'
import type { Locale, PublishedEntry } from '@deskbell/protocol'
import { pause } from '../models/pause.ts'

/** How a page searches, and how it shows what was found. */
export interface Searching {
  /** Over all entries; none where the relay has to search. */
  index: Search | undefined
  /** A text with what matches the query marked. */
  mark(text: string, query: string, locale: Locale): readonly MarkedText[]
  /** The part of an answer with the most matches in it. */
  snippet(answer: string, query: string, length: number, locale: Locale): string
}

export interface SearchedOptions {
  locale: Locale
  entries: readonly PublishedEntry[]
  /** Whether the entries are all there are. */
  isWhole: boolean
}

/** Reads the entries a few milliseconds at a time. */
export async function startSearching({ locale, entries, isWhole }: SearchedOptions): Promise<Searching> {
  const lexicons = await fetchLexicons([locale, ...entries.map((entry) => entry.locale)])
  return {
    index: isWhole ? await createSearchInSlices(entries.map(searchableOf), { locale, lexicons, pause }) : undefined,
    mark: (text, query, of) => markMatches(text, query, of, lexicons),
    snippet: snippetOf,
  }
}

/** What can't be downloaded the search does without. */
function fetchLexicons(locales: Locale[]): Promise<Lexicons> {
  return loadLexicons(locales).catch(() => ({}))
}
