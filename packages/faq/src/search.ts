import type { EntryId, Locale } from '@deskbell/protocol'
import { buildIndex, type FaqIndex, type Passage } from './build-index.ts'
import { gatherEvidence } from './evidence.ts'
import { languageOf } from './fallback.ts'
import { type Script, scriptOf } from './fold.ts'
import { chanceOf, oddsOf } from './judge.ts'
import { type Lexicons, noWords, readVocabulary, type Vocabulary } from './lexicon.ts'
import { skeletonOf } from './skeleton.ts'
import { atOnce } from './slices.ts'
import { doubtfulReadingsOf, readingsOf, type Variant } from './variants.ts'

/** An entry in one locale, as plain words; an entry may come once per locale. */
export interface SearchableEntry {
  id: EntryId
  locale: Locale
  question: string
  answer: string
  keywords: readonly string[]
  /** How question and keywords sound, in Latin letters, where their script does not say. */
  readings?: readonly string[]
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

/** What the search needs to know beside the entries. */
export interface SearchOptions {
  /** The page's. */
  locale: Locale
  /** By language, as `loadLexicons` gives them; of the page and of the entries. The search does without, less well. */
  lexicons?: Lexicons
}

/** Nobody asks in more, and nobody's letters make a search slow. */
const MOST_LETTERS = 250
const FALLBACK = 0.92
const KEYWORD = 0.95
const ANSWER = 0.35
/** Where the best has this chance there is an answer, and the others are listed from there; below that nothing is near. */
const ANSWERS_FROM = 0.5
const LISTED_FROM = 0.1
const NEAR_FROM = 0.05
/** Below these log-odds of the best, doubtful readings of the query are tried. */
const DOUBT_BELOW = -1
/** Entries with less of the query's words are no answer, whatever else speaks for them. */
const HARDLY = 0.05
/** Log-odds of what nothing speaks for. */
const NOTHING = Number.NEGATIVE_INFINITY

/** All entries, by locale. */
interface Library {
  ids: readonly EntryId[]
  shelves: readonly Shelf[]
}

/** The entries of one locale, with the index of their Latin skeletons where their script has one. */
interface Shelf {
  locale: Locale
  factor: number
  /** By entry of the index: its place among all ids. */
  places: readonly number[]
  /** Of the entries, and of the page where it is another. */
  vocabularies: readonly Vocabulary[]
  index: FaqIndex
  skeletons: FaqIndex | undefined
}

/** Indexes entries at once. Prefer `createSearchInSlices` on a page: hundreds of entries take longer than a frame. */
export function createSearch(entries: readonly SearchableEntry[], options: SearchOptions): Search {
  return searchOver(atOnce(buildShelves(entries, options)))
}

/**
 * Indexes entries a few milliseconds at a time and awaits `pause` after each slice, so that typing and scrolling go on.
 * `pause` may resolve at once while the page has time to spare. Rejects only if `pause` does.
 */
export async function createSearchInSlices(
  entries: readonly SearchableEntry[],
  options: SearchOptions & { pause: () => Promise<void> },
): Promise<Search> {
  const building = buildShelves(entries, options)
  let step = building.next()
  while (!step.done) {
    await options.pause()
    step = building.next()
  }
  return searchOver(step.value)
}

function* buildShelves(
  entries: readonly SearchableEntry[],
  { locale: asked, lexicons = {} }: SearchOptions,
): Generator<void, Library> {
  const shelves: Shelf[] = []
  const ids = [...new Set(entries.map(({ id }) => id))]
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  for (const locale of new Set(entries.map((entry) => entry.locale))) {
    const group = entries.filter((entry) => entry.locale === locale)
    const passages = group.flatMap(passagesOf)
    yield
    const own = yield* readVocabulary(locale, lexicons)
    yield
    const vocabularies = [...new Set([own, yield* readVocabulary(asked, lexicons)])]
    const index = yield* buildIndex(own, passages)
    const skeletons = yield* buildSkeletons(group, passages, index.script)
    const factor = languageOf(locale) === languageOf(asked) ? 1 : FALLBACK
    const places = group.map(({ id }) => placeOf.get(id) ?? 0)
    shelves.push({ locale, factor, places, vocabularies, index, skeletons })
  }
  return { ids, shelves }
}

/** The same entries by how they sound, where their script can be typed in Latin letters. */
function* buildSkeletons(
  group: readonly SearchableEntry[],
  passages: readonly Passage[],
  script: Script,
): Generator<void, FaqIndex | undefined> {
  const spell = (text: string) => skeletonOf(text, script)
  if (script === 'cyrillic' || script === 'arabic') return yield* buildIndex(noWords, passages, spell)
  const sounds = group.flatMap(({ readings = [] }, at) => readings.map((text) => ({ entry: at, text, weight: 1 })))
  return sounds.length > 0 ? yield* buildIndex(noWords, sounds, spell) : undefined
}

function passagesOf(entry: SearchableEntry, at: number): Passage[] {
  return [
    { entry: at, text: entry.question, weight: 1 },
    ...entry.keywords.map((text) => ({ entry: at, text, weight: KEYWORD })),
    { entry: at, text: entry.answer, weight: ANSWER },
  ].filter(({ text }) => text !== '')
}

function searchOver(library: Library): Search {
  const find = (query: string, least: number): SearchResult[] => {
    const odds = library.shelves.map((shelf) => oddsIn(shelf, library.ids.length, query.slice(0, MOST_LETTERS)))
    return judge(library, odds, least).sort((one, other) => other.score - one.score)
  }
  return {
    search(query, limit) {
      const results = find(query, LISTED_FROM)
      return (results[0]?.score ?? 0) < ANSWERS_FROM ? [] : results.slice(0, Math.max(0, limit))
    },
    nearest: (query, limit) => find(query, NEAR_FROM).slice(0, Math.max(0, limit)),
  }
}

/** Log-odds by place of the id. */
type Odds = Float64Array

/** Each entry in the locale that says most for it, with what the next says. */
function judge({ ids, shelves }: Library, shelved: readonly Odds[], least: number): SearchResult[] {
  const results: SearchResult[] = []
  for (const [place, id] of ids.entries()) {
    let best = 0
    let odds = NOTHING
    let next = NOTHING
    for (let at = 0; at < shelved.length; at++) {
      const said = shelved[at]?.[place] ?? NOTHING
      if (said > odds) [best, odds, next] = [at, said, odds]
      else if (said > next) next = said
    }
    const score = chanceOf(odds, shelves.length > 1 ? next : undefined)
    if (score >= least) results.push({ id, locale: shelves[best]?.locale ?? '', score })
  }
  return results
}

function oddsIn(shelf: Shelf, idCount: number, query: string): Odds {
  const odds = new Float64Array(idCount).fill(NOTHING)
  const { script } = shelf.index
  const read = (variant: Variant) => readVariant(shelf, variant, odds)
  const top = [{ query, factor: 1 }, ...readingsOf(query, script, languageOf(shelf.locale))].map(read)
  if (Math.max(...top) < DOUBT_BELOW) for (const variant of doubtfulReadingsOf(query, script)) read(variant)
  return odds
}

/** Keeps what one reading finds where it beats what is known; gives the best of the reading. */
function readVariant(shelf: Shelf, variant: Variant, known: Odds): number {
  const isSkeleton = variant.isSkeleton === true
  const index = isSkeleton ? shelf.skeletons : shelf.index
  const evidence = index && gatherEvidence(index, variant.query, isSkeleton ? [] : shelf.vocabularies)
  let top = NOTHING
  if (!evidence) return top
  const script = isSkeleton ? shelf.index.script : scriptOf(variant.query)
  const reading = { script, isSkeleton, belief: variant.factor * shelf.factor }
  for (let at = 0; at < shelf.places.length; at++) {
    if ((evidence.words[at] ?? 0) < HARDLY) continue
    const place = shelf.places[at] ?? 0
    const odds = oddsOf(evidence, at, reading)
    if (odds > top) top = odds
    if (odds > (known[place] ?? NOTHING)) known[place] = odds
  }
  return top
}
