import type { EntryId, Locale } from './entries.ts'
import type { RichText } from './rich-text.ts'

/** What visitors call an entry: folded words, without names, numbers and addresses. */
export interface Wording {
  entryId: EntryId
  locale: Locale
  wording: string
}

/** `GET /api/wordings`: those in use. `PUT` (by hand, at once in use) and `DELETE` (for good) take a `Wording`. */
export interface WordingsReply {
  wordings: readonly UsedWording[]
}

export interface UsedWording extends Wording {
  /** How often visitors were helped by the entry after these words. */
  count: number
  isByHand: boolean
}

/** `GET /api/reads`: of the last 30 days; entries that nobody has opened are not among them. */
export interface ReadsReply {
  reads: readonly EntryReads[]
}

/** How often visitors opened an entry in the words of a locale. */
export interface EntryReads {
  entryId: EntryId
  locale: Locale
  count: number
}

/** `GET /api/searches?days=30`: most frequent first. */
export interface SearchesReply {
  groups: readonly SearchGroup[]
}

/** Searches alike that found nothing or led to an entry (`entryId`) that did not help; `near` is the nearest entry. */
export interface SearchGroup {
  kind: 'nothing-found' | 'unhelpful'
  locale: Locale
  /** The most frequent form, folded, `''` where an entry was opened without a search; `alike` are the others. */
  query: string
  alike: readonly string[]
  count: number
  /** `YYYY-MM-DD`, in UTC. */
  lastDay: string
  entryId?: EntryId
  near?: EntryId
}

/** `POST /api/searches/dismiss`: done, or no question. They come back when they are asked again. */
export interface Dismissal {
  locale: Locale
  queries: readonly string[]
  /** Only those that led to this entry. */
  entryId?: EntryId
}

/** `POST /api/entries/preview` `{ markdown }`: the answer as visitors will see it. */
export interface PreviewReply {
  tree: RichText
}
