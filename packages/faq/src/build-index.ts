import { eachHit, type FeatureLists, type Hits, listHits } from './feature-lists.ts'
import { type Script, scriptOf, termsOf } from './fold.ts'
import { featuresOf } from './grams.ts'
import type { Vocabulary } from './lexicon.ts'
import { listOf, type NumberLists, pack } from './number-lists.ts'

/** One text of an entry: its question, one of its keywords, or its answer; `weight` says how much a hit in it is worth. */
export interface Passage {
  entry: number
  text: string
  weight: number
}

/** Inverted lists in two steps: a feature leads to words, a word to the passages it stands in (numbers, each once). */
interface Texts {
  script: Script
  entryCount: number
  /** By passage, the heaviest first: its entry, and how much a hit in it is worth. */
  entryOfPassage: Int32Array
  weights: Float64Array
  words: readonly string[]
  passages: NumberLists
  /** By concept of the lexicon. */
  concepts: ReadonlyMap<number, ConceptInTexts>
  lists: FeatureLists
}

/** Where a concept is spoken of: passages and words (numbers, each once). */
interface ConceptInTexts {
  passages: readonly number[]
  words: readonly number[]
  rarity: number
}

export interface FaqIndex extends Texts {
  /** By feature number. */
  rarity: Float64Array
  /** By word: how rare it is; stop words count little. */
  heftOfWord: Float64Array
  /** By passage: the heft of all its words. */
  hefts: Float64Array
  /** By passage: the Euclidean length of its feature vector. */
  lengths: Float64Array
  /** How many different words an entry has in the mean, without stop words. */
  wordsAnEntry: number
}

/** How much a concept weighs in a passage, beside a word's pieces. */
export const CONCEPT_IN_TEXT = 0.7

/** What a stop word counts for beside another. */
export const STOP_WORD = 0.1

const PASSAGES_A_SLICE = 4
const FEATURES_A_SLICE = 500

/**
 * Builds the index of one locale's passages. A generator: it stops after every slice (a few milliseconds), so that a page
 * can do something else in between. `spell` rewrites a text before it is read.
 */
export function* buildIndex(
  vocabulary: Vocabulary,
  passages: readonly Passage[],
  spell = (text: string) => text,
): Generator<void, FaqIndex> {
  const byWeight = [...passages].sort((one, other) => other.weight - one.weight)
  const texts = yield* readTexts(vocabulary, byWeight, spell)
  const countEntries = entryCounter(texts)
  const entriesOfWord = texts.words.map((_, word) => countEntries(listOf(texts.passages, word)))
  const rarity = new Float64Array(texts.lists.features.length)
  const squares = new Float64Array(entriesOfWord.length)
  for (let feature = 0; feature < rarity.length; feature++) {
    if (feature % FEATURES_A_SLICE === 0) yield
    // Entries with two words of one feature count twice: near enough, and far cheaper than the exact number.
    let withIt = 0
    eachHit(texts.lists, feature, (word) => {
      withIt += entriesOfWord[word] ?? 0
    })
    const rare = rarityOf(texts.entryCount, Math.min(withIt, texts.entryCount))
    rarity[feature] = rare
    eachHit(texts.lists, feature, (word, weight) => {
      squares[word] = (squares[word] ?? 0) + (weight * rare) ** 2
    })
  }
  const isStop = texts.words.map((word) => vocabulary.isStop(word))
  const heftOfWord = Float64Array.from(
    entriesOfWord,
    (withIt, word) => rarityOf(texts.entryCount, withIt) * (isStop[word] ? STOP_WORD : 1),
  )
  const hefts = sumUp(texts, heftOfWord)
  const wordsAnEntry =
    entriesOfWord.reduce((sum, withIt, word) => sum + (isStop[word] ? 0 : withIt), 0) / texts.entryCount
  return { ...texts, rarity, heftOfWord, hefts, lengths: measureLengths(texts, squares), wordsAnEntry }
}

function* readTexts(
  vocabulary: Vocabulary,
  passages: readonly Passage[],
  spell: (text: string) => string,
): Generator<void, Texts> {
  const numbers = new Map<string, number>()
  const passagesOfWord: number[][] = []
  const meanings = new Map<number, { passages: Set<number>; words: Set<number> }>()
  const hits: Hits = { features: [], words: [], weights: [] }
  const scripts = new Map<Script, number>()
  for (const [at, passage] of passages.entries()) {
    if (at % PASSAGES_A_SLICE === 0) yield
    const text = spell(passage.text)
    const script = scriptOf(text)
    scripts.set(script, (scripts.get(script) ?? 0) + 1)
    const words = termsOf(text)
    for (const word of new Set(words)) {
      let number = numbers.get(word)
      if (number === undefined) {
        number = passagesOfWord.push([]) - 1
        numbers.set(word, number)
        for (const [feature, weight] of featuresOf(word, vocabulary.isStop(word))) {
          hits.features.push(feature)
          hits.words.push(number)
          hits.weights.push(weight)
        }
      }
      passagesOfWord[number]?.push(at)
    }
    for (const { concept, at: places } of vocabulary.meaningsIn(words)) {
      const meaning = meanings.get(concept) ?? { passages: new Set(), words: new Set() }
      meanings.set(concept, meaning)
      meaning.passages.add(at)
      for (const place of places) meaning.words.add(numbers.get(words[place] ?? '') ?? -1)
    }
  }
  const entryOfPassage = Int32Array.from(passages, ({ entry }) => entry)
  const weights = Float64Array.from(passages, ({ weight }) => weight)
  const entryCount = entryOfPassage.reduce((most, entry) => Math.max(most, entry + 1), 0)
  const countEntries = entryCounter({ entryCount, entryOfPassage })
  const concepts = new Map<number, ConceptInTexts>()
  for (const [concept, meaning] of meanings) {
    const found = [...meaning.passages]
    concepts.set(concept, {
      passages: found,
      words: [...meaning.words],
      rarity: rarityOf(entryCount, countEntries(found)),
    })
  }
  yield
  const lists = yield* listHits(hits)
  const words = [...numbers.keys()]
  const script = commonest(scripts)
  return { script, entryCount, entryOfPassage, weights, words, passages: pack(passagesOfWord), concepts, lists }
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

/** Counts the different entries among passages. */
function entryCounter({ entryCount, entryOfPassage }: Pick<Texts, 'entryCount' | 'entryOfPassage'>) {
  const lastCount = new Int32Array(entryCount)
  let counts = 0
  return (found: Iterable<number>): number => {
    counts++
    let count = 0
    for (const at of found) {
      const entry = entryOfPassage[at] ?? 0
      if (lastCount[entry] === counts) continue
      lastCount[entry] = counts
      count++
    }
    return count
  }
}

function measureLengths(texts: Texts, squares: Float64Array): Float64Array {
  const sums = sumUp(texts, squares)
  for (const { passages, rarity } of texts.concepts.values())
    for (const at of passages) sums[at] = (sums[at] ?? 0) + (CONCEPT_IN_TEXT * rarity) ** 2
  return sums.map(Math.sqrt)
}

/** By passage: the sum over its words. */
function sumUp({ weights, words, passages }: Texts, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length)
  for (const word of words.keys())
    for (const at of listOf(passages, word)) sums[at] = (sums[at] ?? 0) + (values[word] ?? 0)
  return sums
}
