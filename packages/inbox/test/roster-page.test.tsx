import type { OperatorPlan } from '@deskbell/protocol'
import { act, screen, within } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { coverOf, hoursShown, weekOf } from '../src/models/coverage.ts'
import { anna, boris } from './kit/anna.ts'
import { memberOf } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const now = Date.parse('2026-11-27T12:00:00Z')
const office = [{ from: '09:00', to: '17:00' }]
const hours = { timeZone: 'UTC', week: new Array(7).fill(office), closed: [{ from: '2026-12-25', to: '2026-12-25' }] }
const planOf = (operatorId: string, from: string, to: string): OperatorPlan => ({
  operatorId,
  week: new Array(7).fill([{ from, to }]),
  otherDays: [{ from: '2026-12-01', to: '2026-12-02', spans: [] }],
})
const plans = [planOf(anna.id, '09:00', '12:00'), planOf(boris.id, '13:00', '17:00')]
const reply = { roster: { plans }, hours, own: [] }

const open = (routes: Routes = {}, self = anna, team = [memberOf(anna), memberOf(boris)]) =>
  openInbox({
    now,
    self,
    team,
    at: '#roster',
    routes: {
      'GET /api/roster': { body: reply },
      'PUT /api/roster': (roster) => ({ body: { ...reply, roster } }),
      ...routes,
    },
  })

it('finds when it is open and nobody is on shift, day by day', () => {
  const holes = (date: string) => coverOf(plans, hours, date).holes
  expect(holes('2026-11-30')).toEqual([{ from: 720, to: 780 }])
  expect(holes('2026-12-01')).toEqual([{ from: 540, to: 1020 }])
  expect(holes('2026-12-25')).toEqual([])
  expect(weekOf('2026-11-29', 1)).toEqual(weekOf('2026-11-30', 0))
  expect(hoursShown([coverOf(plans, hours, '2026-11-30')])).toEqual({ from: 9, to: 17 })
})

it('plans the shifts of one person after the other, and saves those of all', async () => {
  const { user, asked } = await open({ 'GET /api/roster': { body: { ...reply, roster: { plans: [] } } } })
  await user.selectOptions(await screen.findByLabelText('Shifts of'), 'Boris')
  await user.click(screen.getByRole('button', { name: 'Add hours on Tuesday' }))
  await user.selectOptions(screen.getByLabelText('Shifts of'), 'Anna')
  await user.click(screen.getByRole('button', { name: 'Add days' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const today = new Date(now).toISOString().slice(0, 10)
  expect(sentTo(asked, 'PUT', '/api/roster')).toEqual({
    plans: [
      { operatorId: anna.id, week: new Array(7).fill([]), otherDays: [{ from: today, to: today, spans: [] }] },
      { operatorId: boris.id, week: [[], office, [], [], [], [], []], otherDays: [] },
    ],
  })
}, 60_000)

it('goes by the owner’s own time zone where nobody has written hours, and keeps it first', async () => {
  const options = new Intl.DateTimeFormat().resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: 'Europe/Oslo' })
  const unwritten = { timeZone: 'UTC', week: new Array(7).fill([]), closed: [] }
  const inOslo = { ...unwritten, timeZone: 'Europe/Oslo' }
  const { user, asked } = await open({
    'GET /api/roster': { body: { ...reply, roster: { plans: [] }, hours: unwritten } },
    'PUT /api/hours': { body: { hours: inOslo } },
    'PUT /api/roster': (roster) => ({ body: { ...reply, roster, hours: inOslo } }),
  })
  expect(await screen.findByText(/Europe\/Oslo/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Add hours on Tuesday' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const puts = asked.filter(({ method }) => method === 'PUT')
  expect(puts.map(({ path }) => path)).toEqual(['/api/hours', '/api/roster'])
  expect(sentTo(asked, 'PUT', '/api/hours')).toEqual(inOslo)
}, 60_000)

it('plans nobody who is disabled', async () => {
  await open({}, anna, [memberOf(anna), memberOf(boris, { isDisabled: true })])
  const people = within(await screen.findByLabelText('Shifts of'))
  expect(people.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Anna'])
  const cover = screen.getByRole('region', { name: 'Who covers the week' })
  expect(within(cover).queryByText(/Boris/)).toBeNull()
})

it('shows who covers a week, or a language of it', async () => {
  const { user } = await open()
  const week = within(await screen.findByRole('region', { name: 'Who covers the week' }))
  expect(week.getByText(/^Open, and nobody is on shift: .*12:00\sPM–1:00\sPM/)).toBeTruthy()
  await user.selectOptions(week.getByLabelText('Show'), 'German')
  expect(week.getByText(/^Open, and nobody is on shift: .*12:00\sPM–5:00\sPM/)).toBeTruthy()
  expect(week.queryByRole('columnheader', { name: 'Boris' })).toBeNull()
  const before = week.getByRole('heading').textContent
  await user.click(week.getByRole('button', { name: 'The week after' }))
  expect(week.getByRole('heading').textContent).not.toBe(before)
  await user.click(week.getByRole('button', { name: 'This week' }))
  expect(week.getByRole('heading').textContent).toBe(before)
}, 60_000)

it('leads to the person whose hours are wrong', async () => {
  const { user, asked } = await open()
  await user.selectOptions(await screen.findByLabelText('Shifts of'), 'Boris')
  await user.clear(screen.getByLabelText('Monday, until'))
  await user.selectOptions(screen.getByLabelText('Shifts of'), 'Anna')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByLabelText<HTMLSelectElement>('Shifts of').value).toBe(boris.id)
  expect(screen.getByLabelText('Monday, until').getAttribute('aria-invalid')).toBe('true')
  expect(sentTo(asked, 'PUT', '/api/roster')).toBeUndefined()
}, 60_000)

it('shows operators their own shifts, and says where they end', async () => {
  const hour = 3_600_000
  const own = [{ from: now - hour, to: now + hour }]
  const { user } = await open({ 'GET /api/roster': { body: { ...reply, own } } }, boris)
  expect(await screen.findByText('Now')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  await user.click(screen.getByRole('button', { name: /Boris/ }))
  expect(await screen.findByRole('link', { name: /^Your shift ends at/ })).toBeTruthy()
}, 60_000)

it('shows other shifts as soon as they are planned', async () => {
  const hour = 3_600_000
  const { routes, relay } = await open({ 'GET /api/roster': { body: reply } }, boris)
  expect(await screen.findByText(/^No shift is planned for you/)).toBeTruthy()
  routes['GET /api/roster'] = { body: { ...reply, own: [{ from: now - hour, to: now + hour }] } }
  await act(async () => relay.tell('roster:changed'))
  expect(await screen.findByText('Now')).toBeTruthy()
}, 60_000)

it('says that no shift is planned, and offers another try where the relay is away', async () => {
  const { user, routes } = await open({ 'GET /api/roster': 'unreachable' }, boris)
  routes['GET /api/roster'] = { body: reply }
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/^No shift is planned for you/)).toBeTruthy()
}, 60_000)
