import { CONCEPT_IN_TEXT, type FaqIndex, STOP_WORD } from './build-index.ts'
import type { Vocabulary } from './lexicon.ts'
import { matchWord, type WordMatch } from './match-word.ts'
import { listOf } from './number-lists.ts'
import { type QueryWord, readQuery } from './read-query.ts'

/** What speaks for each entry of an index, 0 to 1. */
export interface Evidence {
  /** With the entry's nearest passage (TF-IDF over word pieces and concepts). */
  cosine: Float64Array
  /** The share of the query's words found in the entry, every word that says something alike. */
  words: Float64Array
  /** How many words say something. */
  count: number
  /** The share of the entry's nearest question, keyword or wording found in the query, the rarer a word the heavier. */
  spoken: Float64Array
  /** How many words there are to be found in an entry, in the mean. */
  wordsAnEntry: number
}

/** How much a word of the same meaning is worth beside the word itself. */
const SAME_MEANING = 0.9
/** The weight of an unknown word whose meaning is known, and of its concept in the cosine. */
const MEANT_WORD = 3
const MEANT = 0.8
/** How much less the concept counts in the cosine where the very word is known. */
const SURE = 0.5
/** What the very word is worth in an answer at least. */
const VERY_WORD = 0.9
/** Only words that are at least so surely the same count as spoken of. */
const LIKELY = 0.4
/** Nobody's query is as long as an answer: passages that weigh less are left out. */
const SPOKEN_FROM = 0.9

interface Tally extends Evidence {
  /** By passage. */
  dots: Float64Array
  square: number
  count: number
  /** By concept: how much of it the words left open. */
  meant: Map<number, number>
  /** By word of the index: how surely the query has it. */
  likeness: Map<number, number>
}

/** Gathers what speaks for each entry; `undefined` where the query has no words. */
export function gatherEvidence(
  index: FaqIndex,
  query: string,
  vocabularies: readonly Vocabulary[],
): Evidence | undefined {
  const words = readQuery(index, query, vocabularies)
  const isAllStops = words.every(({ isStop }) => isStop)
  const tally: Tally = {
    cosine: new Float64Array(index.entryCount),
    words: new Float64Array(index.entryCount),
    dots: new Float64Array(index.weights.length),
    spoken: new Float64Array(index.entryCount),
    wordsAnEntry: index.wordsAnEntry,
    ...{ square: 0, count: 0, meant: new Map<number, number>(), likeness: new Map<number, number>() },
  }
  for (const word of words) addWord(index, word, tally, word.isStop && !isAllStops ? STOP_WORD : 1)
  if (tally.square === 0) return undefined
  addMeanings(index, tally)
  measureCosines(index, tally)
  measureSpoken(index, tally)
  return {
    cosine: tally.cosine,
    words: tally.words.map((found) => found / tally.count),
    count: tally.count,
    spoken: tally.spoken,
    wordsAnEntry: index.wordsAnEntry,
  }
}

function addWord(index: FaqIndex, word: QueryWord, tally: Tally, unit: number): void {
  const match = matchWord(index, word)
  const weight = weightOf(index, word, match)
  const scale = match.total > 0 ? weight / match.total : 0
  const best = new Float64Array(index.entryCount)
  const found = (at: number, worth: number) => {
    const weight = index.weights[at] ?? 0
    const value = worth === 1 ? Math.max(VERY_WORD, weight) : worth * weight
    const entry = index.entryOfPassage[at] ?? 0
    if (value > (best[entry] ?? 0)) best[entry] = value
  }
  const isLike = (number: number, like: number) => {
    if (like > (tally.likeness.get(number) ?? 0)) tally.likeness.set(number, like)
  }
  for (const [number, like] of match.likeness) {
    if (like >= LIKELY) isLike(number, like)
    const dot = (match.dots.get(number) ?? 0) * scale
    for (const at of listOf(index.passages, number)) {
      found(at, like)
      tally.dots[at] = (tally.dots[at] ?? 0) + dot
    }
  }
  for (const concept of word.concepts) {
    for (const at of index.concepts.get(concept)?.passages ?? []) found(at, SAME_MEANING)
    for (const number of index.concepts.get(concept)?.words ?? []) isLike(number, SAME_MEANING)
    tally.meant.set(concept, Math.max(tally.meant.get(concept) ?? 0, 1 - SURE * match.sure))
  }
  for (let entry = 0; entry < best.length; entry++)
    tally.words[entry] = (tally.words[entry] ?? 0) + unit * (best[entry] ?? 0)
  tally.count += unit
  tally.square += match.square * scale ** 2
}

/** An unknown word counts against every entry, unless its meaning is known: then as much as its meaning is rare. */
function weightOf(index: FaqIndex, { isStop, concepts }: QueryWord, { total, sure }: WordMatch): number {
  if (isStop || concepts.size === 0) return total
  const rarest = Math.max(...Array.from(concepts, (concept) => index.concepts.get(concept)?.rarity ?? 0))
  return sure * total + (1 - sure) * Math.min(total, MEANT_WORD * rarest)
}

function addMeanings(index: FaqIndex, tally: Tally): void {
  for (const [concept, share] of tally.meant) {
    const { passages = [], rarity = 0 } = index.concepts.get(concept) ?? {}
    const heft = MEANT * rarity * share
    tally.square += heft ** 2
    for (const at of passages) tally.dots[at] = (tally.dots[at] ?? 0) + heft * CONCEPT_IN_TEXT * rarity
  }
}

function measureCosines({ entryOfPassage, weights, lengths }: FaqIndex, { cosine, dots, square }: Tally): void {
  const length = Math.sqrt(square)
  for (let at = 0; at < weights.length; at++) {
    const entry = entryOfPassage[at] ?? 0
    const value = ((weights[at] ?? 0) * (dots[at] ?? 0)) / (length * (lengths[at] || 1))
    if (value > (cosine[entry] ?? 0)) cosine[entry] = Math.min(1, value)
  }
}

function measureSpoken(index: FaqIndex, { spoken, likeness }: Tally): void {
  const { entryOfPassage, weights, passages, heftOfWord, hefts } = index
  const firstAnswer = weights.findIndex((weight) => weight < SPOKEN_FROM)
  const count = firstAnswer < 0 ? weights.length : firstAnswer
  const sums = new Float64Array(count)
  for (const [number, like] of likeness)
    for (const at of listOf(passages, number)) {
      if (at >= count) break
      sums[at] = (sums[at] ?? 0) + like * (heftOfWord[number] ?? 0)
    }
  for (let at = 0; at < count; at++) {
    const entry = entryOfPassage[at] ?? 0
    const share = (sums[at] ?? 0) / (hefts[at] || 1)
    if (share > (spoken[entry] ?? 0)) spoken[entry] = share
  }
}
