import { afterEach, expect, it, vi } from 'vitest'
import { shortDate } from '../src/words/dates.ts'

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
