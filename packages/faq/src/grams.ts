import { isDense, isKana } from './fold.ts'

/**
 * Features of a word with their weights: a word's whole, its beginning, its pieces. A feature is a number of 30 bits that
 * stands for its letters (two of a few thousand features may share one, which no result shows); whole and beginning are
 * below zero.
 */
export type Features = ReadonlyMap<number, number>

const WHOLE = 0.6
const BEGINNING = 0.3
const SHORTEST = 2
const LONGEST = 4
/** Three letters in any order: what is left of a word when two neighbours were swapped. */
const UNORDERED = 0.7
const STOP = 0.12
const SINGLE_SIGN = 0.5
const KANA_ONLY = 0.3

/** FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
const SEED = 0x811c9dc5
const PRIME = 0x01000193
const UNORDERED_SEED = 1
const BEGINNING_SEED = 2

const mix = (hash: number, value: number) => Math.imul(hash ^ value, PRIME)
const shorten = (hash: number) => hash >>> 2

/**
 * Features of a folded word. `isOpen`: the word is still being typed, so its end means nothing yet.
 * Pieces weigh 1 / sqrt(length), so that a long word does not outweigh a short one by its number of pieces.
 */
export function featuresOf(word: string, isStop: boolean, isOpen = false): Features {
  if (isStop) return new Map([[wholeOf(word), STOP]])
  return isDense(word) ? denseFeatures(word) : spacedFeatures(word, isOpen)
}

/** The feature that a word is this one. */
export function wholeOf(word: string): number {
  return ~hashOf(word, SEED)
}

function spacedFeatures(word: string, isOpen: boolean): Features {
  const features = new Map<number, number>()
  const weight = 1 / Math.sqrt(word.length)
  const marked = isOpen ? `^${word}` : `^${word}$`
  eachPiece(marked, SHORTEST, LONGEST, (piece) => features.set(piece, weight))
  for (let start = 0; start + 3 <= marked.length; start++) features.set(unordered(marked, start), weight * UNORDERED)
  features.set(wholeOf(word), WHOLE)
  if (word.length > 3) features.set(~hashOf(word.slice(0, Math.ceil(word.length * 0.6)), BEGINNING_SEED), BEGINNING)
  return features
}

function denseFeatures(run: string): Features {
  const features = new Map<number, number>()
  eachPiece(run, 1, 3, (piece, start, size) => {
    const isSound = isKana(run.slice(start, start + size))
    features.set(piece, isSound ? KANA_ONLY : size === 1 ? SINGLE_SIGN : 1)
  })
  return features
}

function eachPiece(
  text: string,
  shortest: number,
  longest: number,
  visit: (piece: number, start: number, size: number) => void,
): void {
  for (let start = 0; start < text.length; start++) {
    let hash = SEED
    for (let size = 1; size <= Math.min(longest, text.length - start); size++) {
      hash = mix(hash, text.charCodeAt(start + size - 1))
      if (size >= shortest) visit(shorten(hash), start, size)
    }
  }
}

/** The same for three letters however they stand: sum, sum of squares and product are. */
function unordered(text: string, start: number): number {
  const [a, b, c] = [text.charCodeAt(start), text.charCodeAt(start + 1), text.charCodeAt(start + 2)] as const
  return shorten([a + b + c, a * a + b * b + c * c, a * b * c].reduce(mix, UNORDERED_SEED))
}

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at))
  return shorten(hash)
}
