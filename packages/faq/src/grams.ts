import { isDense } from './fold.ts'

/** Features of a word with their weights: a word's whole, its beginning, its pieces. */
export type Features = ReadonlyMap<string, number>

const WHOLE = 0.6
const BEGINNING = 0.3
const SHORTEST = 2
const LONGEST = 4
const STOP = 0.12
const SINGLE_SIGN = 0.5
const KANA_ONLY = 0.3

/**
 * Features of a folded word. `isOpen`: the word is still being typed, so its end means nothing yet.
 * Pieces weigh 1 / sqrt(length), so that a long word does not outweigh a short one by its number of pieces.
 */
export function featuresOf(word: string, isStop: boolean, isOpen = false): Features {
  if (isStop) return new Map([[`=${word}`, STOP]])
  const signs = [...word]
  return isDense(word) ? denseFeatures(signs) : spacedFeatures(signs, isOpen)
}

function spacedFeatures(signs: readonly string[], isOpen: boolean): Features {
  const features = new Map<string, number>()
  const word = signs.join('')
  const weight = 1 / Math.sqrt(signs.length)
  const marked = isOpen ? ['^', ...signs] : ['^', ...signs, '$']
  for (let size = SHORTEST; size <= LONGEST; size++)
    for (let start = 0; start + size <= marked.length; start++)
      features.set(marked.slice(start, start + size).join(''), weight)
  features.set(`=${word}`, WHOLE)
  if (signs.length > 3) features.set(`<${signs.slice(0, Math.ceil(signs.length * 0.6)).join('')}`, BEGINNING)
  return features
}

function denseFeatures(signs: readonly string[]): Features {
  const features = new Map<string, number>()
  for (let size = 1; size <= 3; size++)
    for (let start = 0; start + size <= signs.length; start++) {
      const piece = signs.slice(start, start + size).join('')
      features.set(piece, /^\p{sc=Hira}+$/u.test(piece) ? KANA_ONLY : size === 1 ? SINGLE_SIGN : 1)
    }
  return features
}
