import type { Evidence } from './evidence.ts'
import type { Script } from './fold.ts'

/**
 * How the chance that an entry answers follows from what speaks for it: a conditional logit with "no answer" among the
 * choices (McFadden 1974), fitted on the search benchmark and checked with four locales at a time left out.
 */
const START = -6.35
const COSINE = 4.23
const WORDS = 4.5
const WORD_COUNT = 1.57
const SPOKEN = 5.47
const DOUBT = 5.28
const OF_SCRIPT: Readonly<Record<Script, number>> = { latin: 0, cyrillic: 1.22, arabic: -0.06, dense: -0.31, other: 0 }
const SKELETON = 3.0
const AGREES = 0.45
/** Where an entry is written in one language only, none can agree: set so that as little gets through as else. */
const ALONE = 1
/** Bare titles have few words to be found, so less is asked for. Fitted to the benchmark's shop, stripped to titles. */
const ENOUGH_WORDS = 8
const NO_WORDS = 1.25
/** A chance that says nothing. */
const SLIGHT = 0.001

/** The way a query was read, and how far to believe it (1: as it stands). `isSkeleton`: in Latin letters for `script`. */
export interface Reading {
  script: Script
  isSkeleton: boolean
  belief: number
}

/** The log-odds that entry `at` answers the query, by what one language says. */
export function oddsOf({ cosine, words, spoken, count, wordsAnEntry }: Evidence, at: number, reading: Reading): number {
  const share = words[at] ?? 0
  const found = COSINE * (cosine[at] ?? 0) + share * (WORDS + SPOKEN * (spoken[at] ?? 0))
  const bias = reading.isSkeleton ? SKELETON : OF_SCRIPT[reading.script]
  const doubt = DOUBT * (1 - reading.belief)
  const lack = NO_WORDS * Math.max(0, 1 - wordsAnEntry / ENOUGH_WORDS)
  return START + found + WORD_COUNT * Math.log(1 + share * count) + bias - doubt + lack
}

/** The chance, 0 to 1, by the log-odds of the language that says most, and of the next (`undefined`: there is no other). */
export function chanceOf(odds: number, next: number | undefined): number {
  const support = next === undefined ? ALONE : AGREES * Math.log(Math.max(SLIGHT, logistic(next)) / SLIGHT)
  return logistic(odds + support)
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
