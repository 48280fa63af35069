import { afterEach, expect, it, vi } from 'vitest'
import { shortDate, written } from '../src/words/dates.ts'

afterEach(() => vi.unstubAllGlobals())
const noon = Date.parse('2026-11-20T12:00')

it('writes a date the way the browser does where it speaks the language of the page', () => {
  vi.stubGlobal('navigator', { languages: ['de-AT', 'en-GB'] })
  expect(shortDate(noon, 'en')).toBe('20 Nov')
})

it('writes a date also where the browser names its language by no language tag', () => {
  vi.stubGlobal('navigator', { languages: ['en-US@posix'] })
  expect(shortDate(noon, 'en')).toBe('Nov 20')
})

const time = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const
it.each([
  ['en', ['09:00', 'Mon 09:00', '30 Nov, 09:00']],
  ['de', ['09:00', 'Mo., 09:00', '30. Nov., 09:00']],
  ['cs', ['9:00', 'po 9:00', '30. 11. 9:00']],
  ['ja', ['9:00', '9:00 (月)', '11月30日 9:00']],
])('writes the hour in one way, alone, with a weekday and with a date: %s', (locale, expected) => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] })
  const nine = Date.parse('2026-11-30T09:00Z')
  const dated = { day: 'numeric', month: 'short' } as const
  const ways = [time, { weekday: 'short', ...time } as const, { ...dated, ...time }]
  expect(ways.map((parts) => written(nine, locale, parts))).toEqual(expected)
})
