import type { DeskStatus, HoursReply, OpeningHours } from '@deskbell/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { beginsAt, openTimes } from '../src/desk/hours.ts'
import { farMinutes } from './kit/far-minutes.ts'
import { annaOnDuty } from './kit/operators.ts'
import { closeConnections, yes } from './kit/people.ts'
import { closeRelays, openRelay } from './kit/relay.ts'

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const hours: OpeningHours = {
  timeZone: 'Europe/Oslo',
  week: [day, day, day, day, day, [], []],
  closed: [{ from: '2026-12-24', to: '2026-12-25' }],
}
const opensAt = (of: OpeningHours, now: number) => beginsAt(openTimes(of, now), now)
const inOslo = (local: string, offset = '+01:00') => Date.parse(`${local}${offset}`)

describe('the next opening', () => {
  it.each([
    ['before the first hour', '2026-11-27T07:30', '2026-11-27T09:00'],
    ['in a pause', '2026-11-27T12:30', '2026-11-27T13:00'],
    ['on a Friday evening', '2026-11-27T18:00', '2026-11-30T09:00'],
    ['before closed days', '2026-12-23T17:00', '2026-12-28T09:00'],
  ])('is told %s', (_when, now, next) => {
    expect(opensAt(hours, inOslo(now))).toBe(inOslo(next))
  })

  it.each([
    ['while it is open', '2026-11-27T16:59', hours],
    ['where nothing is known', '2026-11-27T16:59', { ...hours, week: [[], [], [], [], [], [], []] }],
    [
      'where it is closed for long',
      '2026-11-27T18:00',
      { ...hours, closed: [{ from: '2026-11-28', to: '2027-03-01' }] },
    ],
  ])('is none %s', (_when, now, of) => {
    expect(opensAt(of, inOslo(now))).toBeUndefined()
  })

  it('is by the clock on the wall on days when that is put forward or back', () => {
    const always = { ...hours, week: new Array(7).fill(day) }
    expect(opensAt(always, inOslo('2026-03-29T00:30'))).toBe(inOslo('2026-03-29T09:00', '+02:00'))
    expect(opensAt(always, inOslo('2026-10-25T00:30', '+02:00'))).toBe(inOslo('2026-10-25T09:00'))
  })

  it('goes to the end of a day that has no night', () => {
    const open = { ...hours, week: new Array(7).fill([{ from: '00:00', to: '24:00' }]) }
    expect(opensAt(open, inOslo('2026-11-27T23:59'))).toBeUndefined()
  })
})

describe('the hours of the site', () => {
  afterEach(async () => {
    closeConnections()
    await closeRelays()
  })

  it('say when somebody is back, as long as nobody is there', async () => {
    const relay = await openRelay()
    const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
    const put = (given: unknown) =>
      fetch(`${relay.url}/api/hours`, { method: 'PUT', headers, body: JSON.stringify(given) })
    const backAt = async () => ((await (await fetch(`${relay.url}/api/desk?locale=en`)).json()) as DeskStatus).backAt
    expect(await backAt()).toBeUndefined()
    const daily = { timeZone: 'UTC', week: farMinutes(), closed: [] }
    const { opensAt: next } = (await (await put(daily)).json()) as HoursReply
    expect(await backAt()).toBe(next)
    expect(next).toBeGreaterThan(Date.now())
    const anna = await annaOnDuty(relay)
    expect(await backAt()).toBeUndefined()
    const sooner = Date.now() + 1_000
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false, backAt: sooner }))
    expect(await backAt()).toBe(sooner)
    const again = await relay.again()
    expect(await (await fetch(`${again.url}/api/hours`, { headers })).json()).toMatchObject({ hours: daily })
  })

  it.each<[string, Partial<OpeningHours>]>([
    ['in no zone', { timeZone: 'Bergen' }],
    ['of six days', { week: [[], [], [], [], [], []] }],
    ['that end before they begin', { week: [[{ from: '10:00', to: '09:00' }], [], [], [], [], [], []] }],
    [
      'that overlap',
      { week: [[day[0], { from: '11:00', to: '13:00' }], [], [], [], [], [], []] as OpeningHours['week'] },
    ],
    ['on no day', { closed: [{ from: '2026-02-31x', to: '2026-03-01' }] }],
  ])('are refused %s', async (_wrong, change) => {
    const relay = await openRelay()
    const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
    const body = JSON.stringify({ ...hours, ...change })
    expect((await fetch(`${relay.url}/api/hours`, { method: 'PUT', headers, body })).status).toBe(400)
  })
})
