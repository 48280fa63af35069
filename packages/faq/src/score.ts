import { type FaqIndex, rarityOf } from './build-index.ts'
import { eachHit } from './feature-lists.ts'
import { wordsOf } from './fold.ts'
import { type Features, featuresOf } from './grams.ts'
import { stopWordsOf } from './stop-words.ts'

const COVERAGE = 0.55
const COSINE = 0.45
/** A feature that no entry has counts for this many times one that a single entry has. */
const UNSEEN = 1.25

/** Words that share less than this part of a query's word are like it by chance. */
const CHANCE = 0.1

/** What a query gathered so far: per entry the share of it found there, per passage the dot product. */
interface Tally {
  coverage: Float64Array
  dots: Float64Array
  total: number
  square: number
}

/**
 * Scores every entry of an index for a query, 0 to 1: 0.55 x the share of the query's weight found in the entry
 * + 0.45 x the cosine with its nearest passage. Features no entry has count against every entry: that is what lets
 * a query without an answer be turned down.
 */
export function scoreEntries(index: FaqIndex, query: string): Float64Array {
  const stopWords = stopWordsOf(index.locale)
  const words = wordsOf(query)
  const isTyping = /[\p{L}\p{N}\p{M}]$/u.test(query)
  const scores = new Float64Array(index.entryCount)
  const tally: Tally = { coverage: scores, dots: new Float64Array(index.passages.length), total: 0, square: 0 }
  for (const [at, word] of words.entries()) {
    const isOpen = isTyping && at === words.length - 1
    addWord(index, featuresOf(word, stopWords.has(word), isOpen), isOpen, tally)
  }
  if (tally.total === 0) return scores
  return closeTally(index, tally)
}

function addWord(index: FaqIndex, features: Features, isOpen: boolean, tally: Tally): void {
  const overlaps = new Map<number, number>()
  const dots = new Map<number, number>()
  const unseen = UNSEEN * rarityOf(index.entryCount, 1)
  let total = 0
  for (const [feature, weight] of features) {
    const number = index.lists.numbers.get(feature)
    // A word still being typed may be known by no more than its pieces.
    if (number === undefined && isOpen && /^[=<]/.test(feature)) continue
    const rarity = number === undefined ? unseen : (index.rarity[number] ?? unseen)
    const heft = weight * rarity
    total += heft
    tally.square += heft ** 2
    if (number === undefined) continue
    eachHit(index.lists, number, (word, inWord) => {
      overlaps.set(word, (overlaps.get(word) ?? 0) + heft)
      dots.set(word, (dots.get(word) ?? 0) + heft * inWord * rarity)
    })
  }
  tally.total += total
  for (const [number, overlap] of overlaps) if (overlap < total * CHANCE) overlaps.delete(number)
  for (const [number, dot] of dots)
    if (overlaps.has(number))
      for (const at of index.passagesOfWord[number] ?? []) tally.dots[at] = (tally.dots[at] ?? 0) + dot
  addCoverage(index, overlaps, tally)
}

/** Of an entry's words, the one most like the query's word counts. */
function addCoverage(index: FaqIndex, overlaps: ReadonlyMap<number, number>, tally: Tally): void {
  const best = new Map<number, number>()
  for (const [number, overlap] of overlaps)
    for (const at of index.passagesOfWord[number] ?? []) {
      const passage = index.passages[at]
      if (!passage) continue
      const found = overlap * passage.weight
      if (found > (best.get(passage.entry) ?? 0)) best.set(passage.entry, found)
    }
  for (const [entry, found] of best) tally.coverage[entry] = (tally.coverage[entry] ?? 0) + found
}

function closeTally(index: FaqIndex, { coverage, dots, total, square }: Tally): Float64Array {
  const cosines = new Float64Array(index.entryCount)
  const length = Math.sqrt(square)
  for (const [at, { entry, weight }] of index.passages.entries()) {
    const cosine = (weight * (dots[at] ?? 0)) / (length * (index.lengths[at] || 1))
    if (cosine > (cosines[entry] ?? 0)) cosines[entry] = cosine
  }
  return cosines.map((cosine, entry) => (COVERAGE * (coverage[entry] ?? 0)) / total + COSINE * Math.min(1, cosine))
}
