import { expect, it } from 'vitest'
import { createSearch, loadLexicons } from '../src/index.ts'
import { shopIn } from './shop.ts'

const lexicons = await loadLexicons(['en', 'ru', 'ja', 'ar'])
const search = createSearch(shopIn('en', 'ru', 'ja', 'ar'), { locale: 'en', lexicons })
// The longest that a visitor may send, in ordinary words.
const longest = 'how long does the delivery of a parcel take and where is it '.repeat(4).slice(0, 200)
const letters = 10_000

/** The fastest of some runs of each, in ms, in turn: what they cost, whatever else the machine does. */
function costsOf(...queries: readonly string[]): number[] {
  const fastest = queries.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < 15; run++) {
    queries.forEach((query, at) => {
      const start = performance.now()
      search.search(query, 5)
      fastest[at] = Math.min(fastest[at] ?? 0, performance.now() - start)
    })
  }
  return fastest
}

it.each([
  ['one endless word', 'a'.repeat(letters)],
  ['thousands of words', 'delivery parcel '.repeat(letters / 16)],
  ['thousands of different words', Array.from({ length: letters / 5 }, (_, at) => at.toString(36)).join(' ')],
  ['control characters', '\u0000\u0007\u202e\ufeff'.repeat(letters / 4)],
  ['signs of regular expressions', '(.*)+[^a]{9}$|\\'.repeat(letters / 16)],
  ['emoji', '🦆👩‍👩‍👧'.repeat(letters / 10)],
  ['half a surrogate pair', '\ud83d'.repeat(letters)],
  ['marks on one letter', `e${'\u0301'.repeat(letters)}`],
  ['mixed scripts', 'aжعー送'.repeat(letters / 5)],
  ['Japanese without an end', '配送日数'.repeat(letters / 4)],
])('takes less than ten times as long for %s as for the longest question', (_, query) => {
  const [hostile = 0, ordinary = 0] = costsOf(query, longest)
  // With room for a machine on which other tests run; a query read to its end takes a hundred times as long.
  expect(hostile).toBeLessThan(10 * ordinary)
})
