import { type FaqIndex, rarityOf } from './build-index.ts'
import { eachHit, numberOf } from './feature-lists.ts'
import { isDense } from './fold.ts'
import { featuresOf } from './grams.ts'
import { likenessOf } from './likeness.ts'
import type { QueryWord } from './read-query.ts'

/** What a word of a query has in common with the words of an index. */
export interface WordMatch {
  /** By number of the index's word: how surely it is the same, 0 to 1. */
  likeness: ReadonlyMap<number, number>
  /** By number of the index's word: the dot product of their features. */
  dots: ReadonlyMap<number, number>
  /** The highest likeness. */
  sure: number
  /** The weight of all its features, known or not, and the sum of their squares. */
  total: number
  square: number
}

/** A feature that no entry has counts for so many that a single entry has. */
const UNSEEN = 1
/** Words that share less than this part of a query's word are like it by chance. */
const CHANCE = 0.12

/** Compares a query's word with an index by the pieces they share, the rarer the heavier, and looks closer at the likely. */
export function matchWord(index: FaqIndex, { word, isOpen, isStop }: QueryWord): WordMatch {
  const shared = new Map<number, number>()
  const dots = new Map<number, number>()
  const unseen = UNSEEN * rarityOf(index.entryCount, 1)
  let total = 0
  let square = 0
  for (const [feature, weight] of featuresOf(word, isStop, isOpen)) {
    const number = numberOf(index.lists, feature)
    // A word still being typed may be known by no more than its pieces.
    if (number === undefined && isOpen && feature < 0) continue
    const rarity = number === undefined ? unseen : (index.rarity[number] ?? unseen)
    const heft = weight * rarity
    total += heft
    square += heft ** 2
    if (number === undefined) continue
    eachHit(index.lists, number, (other, inOther) => {
      shared.set(other, (shared.get(other) ?? 0) + heft)
      dots.set(other, (dots.get(other) ?? 0) + heft * inOther * rarity)
    })
  }
  const likeness = new Map<number, number>()
  let sure = 0
  for (const [number, heft] of shared) {
    const share = heft / total
    if (share < CHANCE) continue
    const isClose = share < 1 && !isDense(word)
    const like = isClose ? Math.max(share, likenessOf(word, index.words[number] ?? '', isOpen)) : share
    likeness.set(number, like)
    sure = Math.max(sure, like)
  }
  return { likeness, dots, sure, total, square }
}
