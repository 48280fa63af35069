import { createTranslate, loadWidgetWords } from '@deskbell/locales'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { whenWords } from '../src/models/dates.ts'

afterEach(() => void vi.unstubAllGlobals())

const monday = new Date(2026, 10, 23, 8, 0).getTime()
const at = (day: number, hour: number, month = 10) => new Date(2026, month, day, hour, 0).getTime()

/** As a visitor reads it whose browser speaks `languages`. */
async function read(locale: string, moment: number, languages: readonly string[] = [locale]): Promise<string> {
  vi.stubGlobal('navigator', { languages })
  return whenWords(createTranslate('widget', locale, await loadWidgetWords(locale)), locale, {
    at: moment,
    now: monday,
  })
}

describe('when somebody is back', () => {
  it('is an hour today', async () => {
    expect(await read('en', at(23, 14), ['en-GB'])).toBe('today at 14:00')
    expect(await read('de', at(23, 14))).toBe('heute um 14:00')
  })

  it('is a weekday within a week, the hour as the region writes it', async () => {
    expect(await read('en', at(24, 9), ['en-GB'])).toBe('Tuesday 09:00')
    expect(await read('en', at(29, 9), ['en-US'])).toBe('Sunday 9:00 AM')
    expect(await read('ja', at(24, 9))).toBe('火曜日 9:00')
    expect(await read('fr', at(24, 9))).toBe('mardi 09:00')
  })

  it('is a date from a week on', async () => {
    expect(await read('en', at(30, 9), ['en-GB'])).toMatch(/^Monday,? 30 November 09:00$/)
  })

  it('has the digits of the words around it', async () => {
    expect(await read('ar', at(24, 9), ['ar-EG'])).toMatch(/9:00/)
  })
})
