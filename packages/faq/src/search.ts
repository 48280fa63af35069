import type { EntryId, Locale } from '@deskbell/protocol'
import { buildIndex, type FaqIndex, type Passage } from './build-index.ts'
import { languageOf } from './fallback.ts'
import { type Script, scriptOf } from './fold.ts'
import { scoreEntries } from './score.ts'
import { skeletonOf } from './skeleton.ts'
import { doubtfulReadingsOf, readingsOf, type Variant } from './variants.ts'

/** An entry in one locale, as plain words; an entry may come once per locale. */
export interface SearchableEntry {
  id: EntryId
  locale: Locale
  question: string
  answer: string
  keywords: readonly string[]
}

/** An entry found; `score` is 0 to 1, `locale` the one its words matched in. */
export interface SearchResult {
  id: EntryId
  locale: Locale
  score: number
}

export interface Search {
  /** The entries that answer a query, best first, each id once; empty when there is no answer. */
  search(query: string, limit: number): SearchResult[]
  /** Entries near a query that `search` turned down, best first; empty when nothing is near. */
  nearest(query: string, limit: number): SearchResult[]
}

const FALLBACK = 0.92
const KEYWORD = 0.85
const ANSWER = 0.35
const DOUBT_BELOW = 0.6
/** Below this score an entry is no answer: measured on short queries, per script of the query as it is read. */
const NO_ANSWER_BELOW: Readonly<Record<Script, number>> = {
  latin: 0.24,
  cyrillic: 0.2,
  arabic: 0.15,
  dense: 0.07,
  other: 0.24,
}
/** How far under that an entry is still near. */
const NEAR = 0.5

/** The entries of one locale, with the index of their Latin skeletons where their script has one. */
interface Shelf {
  locale: Locale
  factor: number
  ids: readonly EntryId[]
  index: FaqIndex
  skeletons: FaqIndex | undefined
}

/** Indexes entries at once. Prefer `createSearchInSlices` on a page: hundreds of entries take longer than a frame. */
export function createSearch(entries: readonly SearchableEntry[], options: { locale: Locale }): Search {
  const building = buildShelves(entries, options.locale)
  let step = building.next()
  while (!step.done) step = building.next()
  return searchOver(step.value)
}

/**
 * Indexes entries a few milliseconds at a time and awaits `pause` after each slice, so that typing and scrolling go on.
 * `pause` may resolve at once while the page has time to spare. Rejects only if `pause` does.
 */
export async function createSearchInSlices(
  entries: readonly SearchableEntry[],
  options: { locale: Locale; pause: () => Promise<void> },
): Promise<Search> {
  const building = buildShelves(entries, options.locale)
  let step = building.next()
  while (!step.done) {
    await options.pause()
    step = building.next()
  }
  return searchOver(step.value)
}

function* buildShelves(entries: readonly SearchableEntry[], asked: Locale): Generator<void, Shelf[]> {
  const shelves: Shelf[] = []
  for (const locale of new Set(entries.map((entry) => entry.locale))) {
    const group = entries.filter((entry) => entry.locale === locale)
    const passages = group.flatMap(passagesOf)
    const index = yield* buildIndex(locale, passages)
    const hasSkeletons = index.script === 'cyrillic' || index.script === 'arabic'
    const skeletons = hasSkeletons
      ? yield* buildIndex('', passages, (text) => skeletonOf(text, index.script))
      : undefined
    const factor = languageOf(locale) === languageOf(asked) ? 1 : FALLBACK
    shelves.push({ locale, factor, ids: group.map((entry) => entry.id), index, skeletons })
  }
  return shelves
}

function passagesOf(entry: SearchableEntry, at: number): Passage[] {
  return [
    { entry: at, text: entry.question, weight: 1 },
    ...entry.keywords.map((text) => ({ entry: at, text, weight: KEYWORD })),
    { entry: at, text: entry.answer, weight: ANSWER },
  ]
}

function searchOver(shelves: readonly Shelf[]): Search {
  const find = (query: string, limit: number, floor: number): SearchResult[] => {
    const best = new Map<EntryId, SearchResult>()
    for (const shelf of shelves) gather(shelf, query, floor, best)
    return [...best.values()].sort((one, other) => other.score - one.score).slice(0, Math.max(0, limit))
  }
  return {
    search: (query, limit) => find(query, limit, 1),
    nearest: (query, limit) => find(query, limit, NEAR),
  }
}

function gather(shelf: Shelf, query: string, floor: number, best: Map<EntryId, SearchResult>): void {
  const { script, locale } = shelf.index
  const read = (variant: Variant) => readVariant(shelf, variant, floor, best)
  const top = [{ query, factor: 1 }, ...readingsOf(query, script, languageOf(locale))].map(read)
  if (Math.max(...top) < DOUBT_BELOW) for (const variant of doubtfulReadingsOf(query, script)) read(variant)
}

/** Keeps what one reading finds where it beats what is known; gives the best score of the reading. */
function readVariant(shelf: Shelf, variant: Variant, floor: number, best: Map<EntryId, SearchResult>): number {
  const index = variant.isSkeleton ? shelf.skeletons : shelf.index
  if (!index) return 0
  const lowest = NO_ANSWER_BELOW[scriptOf(variant.query)] * floor
  let top = 0
  for (const [at, raw] of scoreEntries(index, variant.query).entries()) {
    const score = raw * variant.factor * shelf.factor
    const id = shelf.ids[at]
    if (score < lowest || score === 0 || id === undefined) continue
    top = Math.max(top, score)
    if (score > (best.get(id)?.score ?? 0)) best.set(id, { id, locale: shelf.locale, score })
  }
  return top
}
