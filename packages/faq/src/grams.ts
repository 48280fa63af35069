import { isDense, isKana } from './fold.ts'

/** Features of a word with their weights: a word's whole, its beginning, its pieces. */
export type Features = ReadonlyMap<string, number>

const WHOLE = 0.6
const BEGINNING = 0.3
const SHORTEST = 2
const LONGEST = 4
/** Three letters in any order: what is left of a word when two neighbours were swapped. */
const UNORDERED = 0.7
const STOP = 0.12
const SINGLE_SIGN = 0.5
const KANA_ONLY = 0.3

/**
 * Features of a folded word. `isOpen`: the word is still being typed, so its end means nothing yet.
 * Pieces weigh 1 / sqrt(length), so that a long word does not outweigh a short one by its number of pieces.
 */
export function featuresOf(word: string, isStop: boolean, isOpen = false): Features {
  if (isStop) return new Map([[`=${word}`, STOP]])
  return isDense(word) ? denseFeatures(word) : spacedFeatures(word, isOpen)
}

function spacedFeatures(word: string, isOpen: boolean): Features {
  const features = new Map<string, number>()
  const weight = 1 / Math.sqrt(word.length)
  const marked = isOpen ? `^${word}` : `^${word}$`
  for (let size = SHORTEST; size <= LONGEST; size++)
    for (let start = 0; start + size <= marked.length; start++) features.set(marked.slice(start, start + size), weight)
  for (let start = 0; start + 3 <= marked.length; start++)
    features.set(`~${[...marked.slice(start, start + 3)].sort().join('')}`, weight * UNORDERED)
  features.set(`=${word}`, WHOLE)
  if (word.length > 3) features.set(`<${word.slice(0, Math.ceil(word.length * 0.6))}`, BEGINNING)
  return features
}

function denseFeatures(run: string): Features {
  const features = new Map<string, number>()
  for (let size = 1; size <= 3; size++)
    for (let start = 0; start + size <= run.length; start++) {
      const piece = run.slice(start, start + size)
      features.set(piece, isKana(piece) ? KANA_ONLY : size === 1 ? SINGLE_SIGN : 1)
    }
  return features
}
