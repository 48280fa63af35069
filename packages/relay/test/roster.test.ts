import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LineEvent } from '@deskbell/desk'
import type { DeskStatus, OpeningHours, Operator, OperatorPlan, RosterReply } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { returnsAt, shiftTimes } from '../src/desk/roster.ts'
import { tellShifts } from '../src/shifts.ts'
import { accountsOf } from './kit/accounts.ts'
import { farMinutes } from './kit/far-minutes.ts'
import { openInbox } from './kit/operators.ts'
import { closeConnections } from './kit/people.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

const nine = [{ from: '09:00', to: '12:00' }]
const none = new Array(7).fill([])
const hours: OpeningHours = {
  timeZone: 'Europe/Oslo',
  week: new Array(7).fill([{ from: '10:00', to: '17:00' }]),
  closed: [],
}
const anna: OperatorPlan = {
  operatorId: 'anna',
  week: [nine, nine, nine, nine, nine, [], []],
  otherDays: [
    { from: '2026-12-21', to: '2026-12-24', spans: [] },
    { from: '2026-12-25', to: '2026-12-25', spans: [{ from: '14:00', to: '15:00' }] },
  ],
}
const inOslo = (local: string, offset = '+01:00') => Date.parse(`${local}${offset}`)
const planned = (plans: readonly OperatorPlan[], of = hours) =>
  ({ hours: { data: of }, roster: { data: { plans } } }) as unknown as Parameters<typeof returnsAt>[0]

const everybody = { admitted: () => ({}) } as unknown as Parameters<typeof returnsAt>[1]

describe('the shifts of a plan', () => {
  const of = (plan: OperatorPlan, now: number, days: number) =>
    shiftTimes(planned([]), plan, now, days).map((shift) => [shift.from, shift.to])

  it('follow the clock on the wall when that is put forward', () => {
    const always = { ...anna, week: new Array(7).fill(nine) }
    expect(of(always, inOslo('2026-03-28T08:00'), 2)).toEqual([
      [inOslo('2026-03-28T09:00'), inOslo('2026-03-28T12:00')],
      [inOslo('2026-03-29T09:00', '+02:00'), inOslo('2026-03-29T12:00', '+02:00')],
    ])
  })

  it('are one where they touch at midnight, and lose the hour that the clocks skip', () => {
    const [evening, morning] = [[{ from: '22:00', to: '24:00' }], [{ from: '00:00', to: '06:00' }]]
    const nights = { ...anna, week: [[], [], [], [], [], evening, morning] }
    expect(of(nights, inOslo('2026-03-28T08:00'), 2)).toEqual([
      [inOslo('2026-03-28T22:00'), inOslo('2026-03-29T06:00', '+02:00')],
    ])
  })

  it('are none where the operator is absent, and others on days that say so', () => {
    expect(of(anna, inOslo('2026-12-21T08:00'), 7)).toEqual([[inOslo('2026-12-25T14:00'), inOslo('2026-12-25T15:00')]])
  })
})

describe('the next return', () => {
  it.each([
    ['by the roster within the hours', planned([anna]), '2026-11-27T08:00', '2026-11-27T10:00'],
    ['after absent days', planned([anna]), '2026-12-18T13:00', '2026-12-25T14:00'],
    [
      'of the first who comes',
      planned([anna, { ...anna, week: none, otherDays: [{ from: '2026-12-22', to: '2026-12-22', spans: nine }] }]),
      '2026-12-18T13:00',
      '2026-12-22T10:00',
    ],
    [
      'by the roster alone where there are no hours',
      planned([anna], { ...hours, week: none }),
      '2026-11-27T08:00',
      '2026-11-27T09:00',
    ],
    ['by the hours alone where there is no roster', planned([]), '2026-11-27T08:00', '2026-11-27T10:00'],
  ])('is told %s', (_how, of, now, next) => {
    expect(returnsAt(of, everybody, inOslo(now))).toBe(inOslo(next))
  })

  it('is none while somebody should be there', () => {
    expect(returnsAt(planned([anna]), everybody, inOslo('2026-11-27T11:00'))).toBeUndefined()
  })

  it('is nobody’s who is off the team', () => {
    const nobody = { admitted: () => undefined }
    expect(returnsAt(planned([anna], { ...hours, week: none }), nobody, inOslo('2026-11-27T08:00'))).toBeUndefined()
  })
})

it('tells the forecast of waits who comes and goes, from yesterday on', () => {
  const told: LineEvent[] = []
  const team = { all: () => [{ id: 'anna', capacity: 2, skills: ['returns'], languages: [] }] }
  const now = inOslo('2026-11-27T08:00')
  const given = {
    team,
    settings: planned([anna]),
    live: { waits: { see: (event: LineEvent) => void told.push(event) } },
  }
  tellShifts(given as unknown as Parameters<typeof tellShifts>[0], now)
  const shift = { operatorId: 'anna', capacity: 2, skills: ['returns'] }
  const at = (date: string) => ({ ...shift, from: inOslo(`${date}T09:00`), to: inOslo(`${date}T12:00`) })
  expect(told).toEqual([{ kind: 'roster', at: now, shifts: [at('2026-11-26'), at('2026-11-27')] }])
})

describe('the roster of the relay', () => {
  let relay: TestRelay
  beforeEach(async () => {
    relay = await openRelay()
  })
  afterEach(async () => {
    closeConnections()
    await closeRelays()
  })

  const { ask, addBoris } = accountsOf(() => relay)
  const planOf = (operatorId: string) => ({ operatorId, week: farMinutes(), otherDays: [] })
  const replyOf = (asked: { reply: unknown }) => asked.reply as RosterReply
  const annasId = async () => ((await ask('GET', '/operators')).reply as unknown as Operator[])[0]?.id ?? ''

  it('is kept, and says when somebody is back', async () => {
    const plan = planOf(await annasId())
    const { roster, own } = replyOf(await ask('PUT', '/roster', { plans: [plan] }))
    expect(roster.plans).toEqual([plan])
    relay = await relay.again()
    expect(replyOf(await ask('GET', '/roster')).roster.plans).toEqual([plan])
    const { backAt } = (await (await fetch(`${relay.url}/api/desk?locale=en`)).json()) as DeskStatus
    expect(backAt).toBe(own.find(({ from }) => from > Date.now())?.from)
  })

  it('is told to open inboxes, as the hours are', async () => {
    const inbox = await openInbox(relay)
    const told = () => new Promise<void>((resolve) => inbox.once('roster:changed', resolve))
    const ofRoster = told()
    await ask('PUT', '/roster', { plans: [planOf(await annasId())] })
    await ofRoster
    const ofHours = told()
    const week = new Array(7).fill([])
    expect((await ask('PUT', '/hours', { timeZone: 'Europe/Ljubljana', week, closed: [] })).status).toBe(200)
    await ofHours
  })

  it('shows operators their own shifts, changes by owners, and forgets who leaves', async () => {
    const boris = await addBoris()
    const plans = [planOf(await annasId()), planOf(boris.id), planOf('nobody')]
    expect(replyOf(await ask('PUT', '/roster', { plans })).roster.plans).toEqual(plans.slice(0, 2))
    const his = replyOf(await ask('GET', '/roster', undefined, boris.cookie))
    expect(his.roster.plans).toEqual([plans[1]])
    expect(his.own.length).toBeGreaterThanOrEqual(13)
    expect((await ask('PUT', '/roster', { plans: [] }, boris.cookie)).status).toBe(403)
    await ask('DELETE', `/operators/${boris.id}`)
    expect(replyOf(await ask('GET', '/roster')).roster.plans).toEqual(plans.slice(0, 1))
    await ask('PUT', '/roster', { plans: plans.slice(0, 1) })
    await ask('POST', `/operators/${boris.id}/restore`)
    expect(replyOf(await ask('GET', '/roster')).roster.plans).toEqual(plans.slice(0, 2))
    await ask('DELETE', `/operators/${boris.id}`)
    relay = await pastRestoring(relay)
    for (const name of ['roster.json', 'roster.json.last'])
      expect(readFileSync(join(relay.dataFolder, name), 'utf8')).not.toContain(boris.id)
  })

  it('plans nobody who is disabled, until they are allowed again', async () => {
    const { id } = await addBoris()
    const plans = [planOf(await annasId()), planOf(id)]
    const plannedFor = async () =>
      replyOf(await ask('PUT', '/roster', { plans })).roster.plans.map(({ operatorId }) => operatorId)
    await ask('PUT', `/operators/${id}/disabled`, { isDisabled: true })
    expect(await plannedFor()).toEqual([plans[0]?.operatorId])
    await ask('PUT', `/operators/${id}/disabled`, { isDisabled: false })
    expect(await plannedFor()).toEqual(plans.map(({ operatorId }) => operatorId))
  })

  it.each<[string, Partial<OperatorPlan>]>([
    ['of six days', { week: none.slice(1) }],
    ['that overlap', { week: none.with(0, [...nine, { from: '11:00', to: '13:00' }]) }],
    ['whose other days go back', { otherDays: [{ from: '2026-12-24', to: '2026-12-23', spans: [] }] }],
    ['on no day', { otherDays: [{ from: 'soon', to: 'soon', spans: [] }] }],
  ])('refuses shifts %s', async (_wrong, change) => {
    const { status } = await ask('PUT', '/roster', { plans: [{ ...planOf('anna'), ...change }] })
    expect(status).toBe(400)
  })

  it('plans nobody twice', async () => {
    expect((await ask('PUT', '/roster', { plans: [planOf('anna'), planOf('anna')] })).status).toBe(400)
  })
})
