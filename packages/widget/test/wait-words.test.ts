import { createTranslate, loadWidgetWords, widgetLocales } from '@deskbell/locales'
import type { QueueStatus } from '@deskbell/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { launcherWords, placeWords, reasonWords, waitWords, wouldWords } from '../src/models/wait-words.ts'

const t = createTranslate('widget', 'en', await loadWidgetWords('en'))

const known = (lowSeconds: number, likelySeconds: number, highSeconds: number, position = 3): QueueStatus => ({
  ...{ position, wait: 'known', lowSeconds, likelySeconds, highSeconds },
})
const said = (status: QueueStatus) => Object.values(waitWords(t, status)).join('')

describe('a wait in words', () => {
  it('is never narrower than what is known', () => {
    expect(said(known(299, 360, 481))).toBe('About 6 minutes, 4 to 9')
  })

  it('leaves out a low end under a minute', () => {
    expect(said(known(20, 100, 200))).toBe('About 2 minutes, 4 minutes at most')
  })

  it('says less than a minute, and what it can become', () => {
    expect(said(known(0, 40, 130))).toBe('Less than a minute, 3 minutes at most')
  })

  it('does not count seconds', () => {
    expect(said(known(12, 33, 51))).toBe('Less than a minute')
    expect(said(known(0, 10, 30))).toBe('Less than a minute')
  })

  it('gets coarser the longer it takes', () => {
    expect(said(known(560, 640, 1130))).toBe('About 10 minutes, 9 to 20')
    expect(said(known(1440, 2700, 3700))).toBe('About 50 minutes, 20 to 90')
  })

  it('says from 40 minutes on only what it takes at least', () => {
    expect(said(known(2400, 2800, 4000))).toBe('More than 40 minutes')
    expect(said(known(4000, 5000, 9000))).toBe('More than 60 minutes')
    expect(placeWords(t, known(2400, 2800, 4000))).toBe('Number 3, more than 40 minutes')
    expect(launcherWords(t, known(2400, 2800, 4000)).words).toBe('over 40 min')
  })

  it('says one number where both ends are the same', () => {
    expect(said(known(240, 240, 240))).toBe('About 4 minutes')
  })

  it('says that nobody can know', () => {
    expect(said({ position: 2, wait: 'unknown', reason: 'too-little-known' })).toBe(
      'We can’t say yet how long it takes.',
    )
  })
})

/** Waits as an estimator can give them: nothing, some hours, and all between. */
const waits = fc
  .tuple(...([0, 1, 2] as const).map(() => fc.double({ min: 0, max: 15_000, noNaN: true })))
  .map((seconds) => seconds.toSorted((one, other) => one - other) as [number, number, number])

/** What a reader takes from the English words, in seconds. */
function readRange(words: string): { low: number; high: number } {
  const [about = 0, ...others] = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits) * 60)
  if (words.startsWith('More than')) return { low: about, high: Infinity }
  if (words === 'Less than a minute') return { low: 0, high: 60 }
  if (words.endsWith('at most')) return { low: 0, high: others[0] ?? about }
  return { low: others[0] ?? about, high: others[1] ?? about }
}

describe('any wait in words', () => {
  it('contains what is known', () => {
    fc.assert(
      fc.property(waits, ([low, likely, high]) => {
        const shown = readRange(said(known(low, likely, high)))
        expect(shown.low).toBeLessThanOrEqual(low)
        expect(shown.high).toBeGreaterThanOrEqual(high)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(widgetLocales)('never says 0 in %s', async (locale) => {
    const translate = createTranslate('widget', locale, await loadWidgetWords(locale))
    const zero = new RegExp(`(?<!\\p{Nd})${new Intl.NumberFormat(locale).format(0)}(?!\\p{Nd})`, 'u')
    const news = { conversationId: 'one', reason: 'time-passed', behind: 0, isFormFirst: false } as const
    fc.assert(
      fc.property(waits, waits, fc.integer({ min: 1, max: 200 }), (now, before, position) => {
        const status = known(...now, position)
        const { about, range } = waitWords(translate, status)
        const { words, label } = launcherWords(translate, status)
        const reason = reasonWords(translate, { ...news, status }, known(...before))
        for (const text of [
          about,
          range,
          words,
          label,
          reason,
          wouldWords(translate, status),
          placeWords(translate, status),
        ]) {
          expect(text).not.toMatch(zero)
          expect(text).not.toMatch(/[{}]|undefined|NaN|Infinity/)
        }
      }),
    )
  })
})

describe('the place of somebody who asks now', () => {
  it('is said with the wait', () => {
    expect(wouldWords(t, known(250, 360, 540))).toBe('You would be number 3: about 6 minutes.')
    expect(wouldWords(t, known(0, 40, 130))).toBe('You would be number 3: less than a minute.')
  })

  it('is nobody’s behind where an operator is free', () => {
    expect(wouldWords(t, known(0, 5, 20, 1))).toBe('Nobody is ahead of you.')
  })
})

it('says the place in one line for the foot of other views', () => {
  expect(placeWords(t, known(250, 360, 540))).toBe('Number 3, about 6 minutes')
  expect(placeWords(t, { position: 2, wait: 'unknown', reason: 'too-little-known' })).toBe('Number 2')
})
