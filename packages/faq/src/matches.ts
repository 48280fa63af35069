import type { Locale } from '@deskbell/protocol'
import { languageOf } from './fallback.ts'
import { fold, isDense, scriptOf, wordsOf, wordsWithPlaces } from './fold.ts'
import { featuresOf } from './grams.ts'
import { type Lexicons, noWords, type Vocabulary, vocabularyFor } from './lexicon.ts'
import { readingsOf } from './variants.ts'

/** A stretch of a text, in UTF-16 units, `end` not included. */
export interface Range {
  start: number
  end: number
}

/** Without a lexicon, words of so few letters are passed over where there are longer ones. */
const LITTLE = 3
const ALIKE = 0.5
const WITHIN_FROM = 4
const BEGINNING_FROM = 3

/**
 * The stretches of a text that match a query, in order and apart from one another: whole words that are a query word,
 * begin with or contain it, or are another form of it; in scripts without spaces, the signs shared with it.
 */
export function matchesIn(text: string, query: string, locale: Locale, lexicons: Lexicons = {}): Range[] {
  const readings = [{ query }, ...readingsOf(query, scriptOf(text), languageOf(locale))]
  for (const reading of readings) {
    const ranges = matchesOfReading(text, reading.query, vocabularyFor(locale, lexicons))
    if (ranges.length > 0) return ranges
  }
  return []
}

function matchesOfReading(text: string, query: string, vocabulary: Vocabulary): Range[] {
  const words = wordsOf(query)
  const isLittle =
    vocabulary === noWords ? (word: string) => word.length <= LITTLE && !isDense(word) : vocabulary.isStop
  const telling = words.filter((word) => !isLittle(word))
  const sought = telling.length > 0 ? telling : words
  const open = sought.at(-1)
  const dense = sought.filter(isDense).map((word) => [...word])
  return wordsWithPlaces(text).flatMap(({ word, start }) => {
    const folded = fold(word)
    if (isDense(folded)) return denseMatches(word, start, dense)
    const isMatch = sought.some((wanted) => isLike(folded, wanted, wanted === open))
    return isMatch ? [{ start, end: start + word.length }] : []
  })
}

function isLike(word: string, wanted: string, isOpen: boolean): boolean {
  if (word === wanted) return true
  if (isDense(wanted)) return false
  if (word.startsWith(wanted) && (isOpen || wanted.length >= BEGINNING_FROM)) return true
  if (word.includes(wanted) && wanted.length >= WITHIN_FROM) return true
  return word[0] === wanted[0] && likeness(word, wanted) >= ALIKE
}

/** Dice coefficient over the pieces of two words, 0 to 1. */
function likeness(one: string, other: string): number {
  const pieces = featuresOf(one, false)
  const others = featuresOf(other, false)
  let shared = 0
  for (const piece of others.keys()) if (pieces.has(piece)) shared++
  return (2 * shared) / (pieces.size + others.size)
}

/** Marks the signs of a run that stand in it as they stand in the query, two by two (one, if the query is one sign). */
function denseMatches(run: string, start: number, sought: readonly (readonly string[])[]): Range[] {
  const signs = [...run]
  const folded = signs.map(fold)
  const marked = new Set<number>()
  for (const wanted of sought) {
    const size = Math.min(2, wanted.length)
    const pieces = new Set(
      wanted
        .map((_, at) => wanted.slice(at, at + size))
        .filter((piece) => piece.length === size)
        .map((piece) => piece.join('')),
    )
    for (let at = 0; at + size <= folded.length; at++)
      if (pieces.has(folded.slice(at, at + size).join('')))
        for (let step = 0; step < size; step++) marked.add(at + step)
  }
  const ranges: Range[] = []
  let place = start
  for (const [at, sign] of signs.entries()) {
    const last = ranges.at(-1)
    if (marked.has(at) && last?.end === place) last.end += sign.length
    else if (marked.has(at)) ranges.push({ start: place, end: place + sign.length })
    place += sign.length
  }
  return ranges
}
