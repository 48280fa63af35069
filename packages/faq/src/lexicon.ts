import type { Locale } from '@deskbell/protocol'
import { commonNames } from './common-names.ts'
import { languageOf } from './fallback.ts'
import { fold, isDense } from './fold.ts'
import { atOnce } from './slices.ts'

/** What the words of a language mean on a help page: a download of its own, which the search can do without. */
export interface Lexicon {
  /** Words that shape a question without saying what it is about, parted by spaces. */
  stops: string
  /**
   * General concepts of trade and service, in the same order in every language: beginnings of words for it, parted by
   * spaces. `_` parts the words of a phrase; a beginning of three letters or fewer, or with a full stop, is a whole word.
   */
  concepts: readonly string[]
}

/** A concept, by its number, with the places of the words that say it. */
export interface Meaning {
  concept: number
  at: readonly number[]
}

/** A lexicon made ready for questions about folded words. */
export interface Vocabulary {
  isStop(word: string): boolean
  meaningsIn(words: readonly string[]): Meaning[]
}

/** A beginning of a word, by which the list of stems is ordered, with what else must follow it. */
interface Stem {
  concept: number
  isWhole: boolean
  rest: readonly string[]
}
type Stems = ReadonlyMap<string, readonly Stem[]>

const LONGEST = 16
/** From so many letters on, a stem may also stand inside a word: compounds, prefixes, articles. Arabic words are short. */
const INSIDE_FROM = 5
const INSIDE_ARABIC_FROM = 3
const WHOLE_UP_TO = 3
/** So many words further on, at most, the next word of a phrase stands. */
const REACH = 3
/** Words looked up before; whatever people type, memory has an end. */
const MOST_KNOWN = 20_000
const CONCEPTS_A_SLICE = 20
const ARABIC = /\p{sc=Arab}/u

/** Lexicons by language; a language may have none. */
export type Lexicons = Readonly<Record<string, Lexicon>>

export const noWords: Vocabulary = { isStop: () => false, meaningsIn: () => [] }
const known = new WeakMap<Lexicon, Vocabulary>()

/** What is known of a locale's words, worked out once for each lexicon; nothing where its language has none. */
export function vocabularyFor(locale: Locale, lexicons: Lexicons): Vocabulary {
  return atOnce(readVocabulary(locale, lexicons))
}

/** The same; it stops after every slice. */
export function* readVocabulary(locale: Locale, lexicons: Lexicons): Generator<void, Vocabulary> {
  const language = languageOf(locale)
  const lexicon = Object.hasOwn(lexicons, language) ? lexicons[language] : undefined
  if (!lexicon) return noWords
  const vocabulary = known.get(lexicon) ?? (yield* read(lexicon, language))
  known.set(lexicon, vocabulary)
  return vocabulary
}

function* read({ stops, concepts }: Lexicon, language: string): Generator<void, Vocabulary> {
  const stopWords = new Set(fold(stops).split(' '))
  const stems = yield* readStems(concepts, language)
  const cache = new Map<string, Stem[]>()
  const stemsIn = (word: string) => {
    const found = cache.get(word) ?? findStems(word, stems)
    if (cache.size > MOST_KNOWN) cache.clear()
    cache.set(word, found)
    return found
  }
  return {
    isStop: (word) => stopWords.has(word),
    meaningsIn: (words) => [...meaningsOfWords(words, stemsIn), ...meaningsOfRuns(words, stems)],
  }
}

function* readStems(concepts: readonly string[], language: string): Generator<void, Stems> {
  const stems = new Map<string, Stem[]>()
  const add = (concept: number, [first = '', ...rest]: readonly string[]) => {
    const key = first.replace('.', '')
    const isWhole = key !== first || (key.length <= WHOLE_UP_TO && !isDense(key) && !ARABIC.test(key))
    stems.set(key, [...(stems.get(key) ?? []), { concept, isWhole, rest }])
  }
  for (const [concept, line] of concepts.entries()) {
    if (concept % CONCEPTS_A_SLICE === 0) yield
    for (const phrase of fold(line).split(' ')) add(concept, phrase.split('_'))
  }
  for (const { concept, words } of yield* commonNames(language)) add(concept, words)
  return stems
}

function meaningsOfWords(words: readonly string[], stemsIn: (word: string) => readonly Stem[]): Meaning[] {
  return words.flatMap((word, at) => {
    if (isDense(word)) return []
    return stemsIn(word).flatMap(({ concept, rest }) => {
      const places = placesOf(rest, words, at)
      return places ? [{ concept, at: places }] : []
    })
  })
}

function findStems(word: string, stems: Stems): Stem[] {
  const found: Stem[] = []
  const inside = ARABIC.test(word) ? INSIDE_ARABIC_FROM : INSIDE_FROM
  for (let start = 0; start < word.length; start++)
    for (let size = start === 0 ? 1 : inside; size <= Math.min(LONGEST, word.length - start); size++)
      for (const stem of stems.get(word.slice(start, start + size)) ?? [])
        if (!stem.isWhole || size === word.length) found.push(stem)
  return found
}

/** Where the words of a phrase stand, in order and close to one another; `undefined` where one is missing. */
function placesOf(rest: readonly string[], words: readonly string[], first: number): number[] | undefined {
  const places = [first]
  for (const part of rest) {
    const from = (places.at(-1) ?? first) + 1
    const step = words.slice(from, from + REACH).findIndex((word) => word.startsWith(part))
    if (step < 0) return undefined
    places.push(from + step)
  }
  return places
}

/** In scripts without spaces a stem may reach over several words, so whole runs of them are looked through. */
function meaningsOfRuns(words: readonly string[], stems: Stems): Meaning[] {
  const meanings: Meaning[] = []
  let run = ''
  let owners: number[] = []
  for (const [at, word] of [...words, ''].entries()) {
    if (isDense(word)) {
      run += word
      owners = [...owners, ...Array.from(word.split(''), () => at)]
      continue
    }
    for (let start = 0; start < run.length; start++)
      for (let size = 1; size <= Math.min(LONGEST, run.length - start); size++)
        for (const { concept } of stems.get(run.slice(start, start + size)) ?? [])
          meanings.push({ concept, at: [...new Set(owners.slice(start, start + size))] })
    run = ''
    owners = []
  }
  return meanings
}
