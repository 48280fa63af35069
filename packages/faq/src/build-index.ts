import type { Locale } from '@deskbell/protocol'
import { type Script, scriptOf, wordsOf } from './fold.ts'
import { type Features, featuresOf } from './grams.ts'
import { stopWordsOf } from './stop-words.ts'

/** One text of an entry: its question, one of its keywords, or its answer; `weight` says how much a hit in it is worth. */
export interface Passage {
  entry: number
  text: string
  weight: number
}

/** Where a word stands (passage numbers, each once) and how heavy its features are. */
export interface IndexedWord {
  passages: number[]
  features: Features
}

/** Inverted lists in two steps: a feature leads to words, a word to the passages it stands in. */
export interface FaqIndex {
  locale: Locale
  script: Script
  entryCount: number
  passages: readonly Passage[]
  words: readonly IndexedWord[]
  wordsByFeature: ReadonlyMap<string, readonly number[]>
  rarity: ReadonlyMap<string, number>
  /** Euclidean length of each passage's feature vector. */
  lengths: Float64Array
}

const PASSAGES_A_SLICE = 50
const FEATURES_A_SLICE = 2000
const WORDS_A_SLICE = 500

/**
 * Builds the index of one locale's passages. A generator: it stops after every slice (a few milliseconds), so that a page
 * can do something else in between. `spell` rewrites a text before it is read.
 */
export function* buildIndex(
  locale: Locale,
  passages: readonly Passage[],
  spell = (text: string) => text,
): Generator<void, FaqIndex> {
  const stopWords = stopWordsOf(locale)
  const numbers = new Map<string, number>()
  const words: IndexedWord[] = []
  const wordsByFeature = new Map<string, number[]>()
  const scripts = new Map<Script, number>()
  const wordsOfPassage: number[][] = []

  const numberOf = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = words.length
    const features = featuresOf(word, stopWords.has(word))
    numbers.set(word, number)
    words.push({ passages: [], features })
    for (const feature of features.keys()) push(wordsByFeature, feature, number)
    return number
  }
  for (const [at, passage] of passages.entries()) {
    const text = spell(passage.text)
    const inText = new Set(wordsOf(text).map(numberOf))
    wordsOfPassage.push([...inText])
    for (const number of inText) words[number]?.passages.push(at)
    const script = scriptOf(text)
    scripts.set(script, (scripts.get(script) ?? 0) + 1)
    if (at % PASSAGES_A_SLICE === 0) yield
  }
  const entryCount = (passages.at(-1)?.entry ?? -1) + 1
  const index = { locale, script: commonest(scripts), entryCount, passages, words, wordsByFeature }
  const rarity = yield* measureRarity(index)
  return { ...index, rarity, lengths: yield* measureLengths(words, rarity, wordsOfPassage) }
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function commonest(counts: ReadonlyMap<Script, number>): Script {
  let best: Script = 'other'
  for (const [script, count] of counts) if (count > (counts.get(best) ?? 0)) best = script
  return best
}

/** Inverse document frequency, ln(1 + N / n), where n is the number of entries with the feature. */
export function rarityOf(entryCount: number, withIt: number): number {
  return Math.log(1 + entryCount / withIt)
}

function* measureRarity(index: Omit<FaqIndex, 'rarity' | 'lengths'>): Generator<void, Map<string, number>> {
  const rarity = new Map<string, number>()
  const entriesOfWord = index.words.map((word) => countEntries(word, index.passages))
  for (const [feature, words] of index.wordsByFeature) {
    // Entries with two words of one feature count twice: near enough, and far cheaper than the exact number.
    let withIt = 0
    for (const word of words) withIt += entriesOfWord[word] ?? 0
    rarity.set(feature, rarityOf(index.entryCount, Math.min(withIt, index.entryCount)))
    if (rarity.size % FEATURES_A_SLICE === 0) yield
  }
  return rarity
}

/** Passages of one entry follow one another, so a change of entry is a new one. */
function countEntries(word: IndexedWord, passages: readonly Passage[]): number {
  let count = 0
  let last: number | undefined
  for (const at of word.passages) {
    const entry = passages[at]?.entry
    if (entry !== last) count++
    last = entry
  }
  return count
}

function* measureLengths(
  words: readonly IndexedWord[],
  rarity: ReadonlyMap<string, number>,
  wordsOfPassage: readonly (readonly number[])[],
): Generator<void, Float64Array> {
  const squares = new Float64Array(words.length)
  for (const [at, { features }] of words.entries()) {
    let square = 0
    for (const [feature, weight] of features) square += (weight * (rarity.get(feature) ?? 0)) ** 2
    squares[at] = square
    if (at % WORDS_A_SLICE === 0) yield
  }
  return Float64Array.from(wordsOfPassage, (numbers) =>
    Math.sqrt(numbers.reduce((sum, number) => sum + (squares[number] ?? 0), 0)),
  )
}
