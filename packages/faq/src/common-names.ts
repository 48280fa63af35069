import { fold, isDense, wordsOf } from './fold.ts'

/** A concept's number in the lexicons, with the folded words of a name for it. */
export interface CommonName {
  concept: number
  words: readonly string[]
}

const ABROAD = 6
const PERIOD = 49
const HOURS = 73
const COUNTRIES =
  'AT AU BE BG BR CA CH CN CZ DE DK EE ES FI FR GB GR HR HU IE IN IS IT JP KR LT LU LV MX NL NO NZ PL PT RO RU SE SI SK TR UA US ZA'
const PERIODS = ['day', 'week', 'month', 'year']
const AMOUNTS = [1, 2, 5]
const SUNDAY = Date.UTC(2023, 0, 1)
const DAY = 86_400_000
const VOWEL = /[aeiouyаеиоуыюяїі]$/
const SHORTEST_STEM = 5

/**
 * Names that every browser has in every language (ECMA-402), so that no lexicon needs them: countries (ISO 3166), weekdays,
 * periods. Without the last vowel where another case may have another. It stops after every kind: the first of each takes a page
 * several milliseconds.
 */
export function* commonNames(language: string): Generator<void, CommonName[]> {
  const countries = new Intl.DisplayNames([language], { type: 'region' })
  const abroad = COUNTRIES.split(' ').map((code) => ({ concept: ABROAD, name: countries.of(code) ?? code }))
  yield
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const hours = Array.from({ length: 7 }, (_, day) => ({ concept: HOURS, name: weekday.format(SUNDAY + day * DAY) }))
  yield
  const periods = PERIODS.flatMap((unit) => namesOfPeriod(language, unit)).map((name) => ({ concept: PERIOD, name }))
  yield
  return [...abroad, ...hours, ...periods].map(({ concept, name }) => ({
    concept,
    words: wordsOf(name).map(withoutEnding),
  }))
}

function namesOfPeriod(language: string, unit: string): string[] {
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
  const names = AMOUNTS.map((amount) => format.formatToParts(amount).find(({ type }) => type === 'unit')?.value ?? '')
  // Single signs stand in too many other words.
  return [...new Set(names.map(fold))].filter((name) => name.length > 1 || !isDense(name))
}

function withoutEnding(word: string): string {
  return VOWEL.test(word) && word.length > SHORTEST_STEM ? word.slice(0, -1) : word
}
