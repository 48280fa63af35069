import { limits } from '@deskbell/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Seat } from '../src/launcher/seat.ts'
import { takeEntries } from '../src/panel/take-entries.ts'

const reply = { locale: 'en', fallbacks: [], entries: [], isWhole: true }

function seatWith(asking?: Promise<string>): Pick<Seat, 'entries' | 'locale'> {
  return { locale: 'en', ...(asking && { entries: Promise.allSettled([asking]) }) }
}

it('takes what the launcher has asked for, once', async () => {
  const seat = seatWith(Promise.resolve(JSON.stringify(reply)))
  expect(await takeEntries(seat)).toEqual({ ok: true, value: reply })
  expect(await takeEntries(seat)).toBeUndefined()
})

it('takes nothing where nothing was asked for, and keeps the launcher from asking then', async () => {
  const seat = seatWith()
  expect(await takeEntries(seat)).toBeUndefined()
  expect(seat.entries).toBeDefined()
})

it('takes no entries of another locale', async () => {
  expect(await takeEntries(seatWith(Promise.resolve(JSON.stringify({ ...reply, locale: 'de' }))))).toBeUndefined()
})

it.each([
  ['fails', () => Promise.reject(new Error('403'))],
  ['is no JSON', async () => '<h1>Bad gateway</h1>'],
])('tells of a reply that %s', async (_, ask) => {
  expect(await takeEntries(seatWith(ask()))).toEqual({ ok: false, refusal: 'unreachable' })
})

it('waits no longer for a reply than for any other', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const answer = takeEntries(seatWith(new Promise(() => undefined)))
  await vi.advanceTimersByTimeAsync(limits.requestTimeout)
  expect(await answer).toEqual({ ok: false, refusal: 'unreachable' })
})
