import { describe, expect, it } from 'vitest'
import { byWhatBreaksNext, promiseState } from '../src/models/promise.ts'
import { toldRange, waited } from '../src/words/times.ts'
import { ellen, minute } from './kit/desk-double.ts'
import { t } from './kit/english.ts'

const now = Date.UTC(2026, 10, 24, 9)
const sixMinutes = { lowSeconds: 120, likelySeconds: 240, highSeconds: 360 }

describe('a promise', () => {
  it('is in time while more than a minute is left', () => {
    expect(promiseState(now - 3 * minute, sixMinutes, now)).toMatchObject({ state: 'in-time', leftSeconds: 180 })
  })

  it('is about to break in its last minute', () => {
    expect(promiseState(now - 310_000, sixMinutes, now)).toMatchObject({ state: 'breaking', leftSeconds: 50 })
  })

  it('is late from the second after', () => {
    expect(promiseState(now - 384_000, sixMinutes, now)).toMatchObject({ state: 'late', leftSeconds: -24 })
  })

  it('is not about to break from its first second on when it is short', () => {
    const oneMinute = { lowSeconds: 5, likelySeconds: 20, highSeconds: 40 }
    expect(promiseState(now - 1_000, oneMinute, now).state).toBe('in-time')
    expect(promiseState(now - 31_000, oneMinute, now).state).toBe('breaking')
  })

  it('is never finer than the minute that was told', () => {
    const short = { lowSeconds: 5, likelySeconds: 20, highSeconds: 40 }
    expect(promiseState(now - 50_000, short, now)).toMatchObject({ low: 0, high: 1 / 12, leftSeconds: 10 })
    expect(toldRange(t, short)).toBe('up to 1 min')
    expect(toldRange(t, { lowSeconds: 110, likelySeconds: 200, highSeconds: 310 })).toBe('1–6 min')
  })

  it('is drawn on a line of twelve minutes and ends at its end', () => {
    expect(promiseState(now - 6 * minute, sixMinutes, now)).toMatchObject({ low: 1 / 6, high: 0.5, now: 0.5 })
    expect(promiseState(now - 40 * minute, sixMinutes, now).now).toBe(1)
  })
})

it('counts anew for who returned to the line after an answer', () => {
  const waitsAgain = { since: now - minute, promised: sixMinutes }
  const ines = ellen(now, { id: 'ines', askedAt: now - 50 * minute, waitsAgain })
  const jonas = ellen(now, { id: 'jonas', askedAt: now - 5 * minute })
  expect(byWhatBreaksNext([ines, jonas]).map(({ id }) => id)).toEqual(['jonas', 'ines'])
  expect(waited(ines, now)).toBe(minute)
})

it('sorts who waits by what breaks next, and who was promised nothing last', () => {
  const { promised: _none, ...unpromised } = ellen(now, { id: 'amina', askedAt: now - 50 * minute })
  const paulo = ellen(now, { id: 'paulo', askedAt: now - minute })
  const late = ellen(now, { id: 'marta', askedAt: now - 10 * minute })
  const later = ellen(now, { id: 'jonas', askedAt: now - 5 * minute })
  const sorted = byWhatBreaksNext([unpromised, paulo, later, late])
  expect(sorted.map(({ id }) => id)).toEqual(['marta', 'jonas', 'paulo', 'amina'])
})
