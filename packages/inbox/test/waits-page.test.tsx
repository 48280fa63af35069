import type { WaitsReport } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { boris } from './kit/anna.ts'
import { withCanvas } from './kit/canvas.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { someWaits } from './kit/waits.ts'

beforeEach(withCanvas)
const now = Date.now()

const report = someWaits(now)
const nothing: WaitsReport = {
  total: { waits: 0, sooner: 0, kept: 0, later: 0, unpromised: 0 },
  ...{ days: [], hours: [], weekdays: [], gaveUp: [] },
  outcomes: { served: 0, left: 0, question: 0, 'nobody-came': 0 },
  atOnce: 0,
}

const open = (body: WaitsReport | 'unreachable' = report) =>
  openInbox({
    now,
    at: '#waits',
    routes: { 'GET /api/waits': body === 'unreachable' ? body : { body } },
  })

const figure = async () => (await screen.findByText('of promises kept. Goal: 80%')).parentElement as HTMLElement

/** The cells of a table, row by row. */
const cells = (table: string) =>
  within(screen.getByRole('region', { name: table }))
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent))

it('says in one figure how many promises were kept', async () => {
  await open()
  expect((await figure()).textContent).toBe('83%of promises kept. Goal: 80%')
  expect(screen.getByText('15 of 18 visitors got a person within the time we told them.')).toBeTruthy()
  expect(screen.getByText(/2 got one sooner\./)).toBeTruthy()
  expect(screen.getByText('1 waited longer, or nobody came.')).toBeTruthy()
  expect(screen.getByText(/1 was told “we can’t say yet” and is not counted\./)).toBeTruthy()
})

it('has the figures of its pictures in tables', async () => {
  const { user } = await open()
  await figure()
  expect(screen.getByRole('img', { name: /^A bar for each day/ })).toBeTruthy()
  expect(screen.getByRole('img', { name: /^Four lines over the hours/ })).toBeTruthy()
  for (const fold of screen.getAllByText('The figures')) await user.click(fold)
  expect(cells('Told and true by hour, in minutes').slice(1)).toEqual([
    [expect.stringMatching(/9:00/), '20', '83%', '4.2 min', '4.5 min', '6.7 min', '11 min'],
    [expect.stringMatching(/2:00|14:00/), '20', '21%', '4.2 min', '4.5 min', '6.7 min', '11 min'],
  ])
  expect(cells('By day of the week')[1]).toEqual(['Monday', '20', '1', '83%'])
})

it('says what came of the waits, and who gave up after reading what', async () => {
  await open()
  await figure()
  expect(cells('What came of it').slice(1)).toEqual([
    ['A person came', '17', '85%'],
    ['Left the line', '1', '5%'],
    ['Left a question', '1', '5%'],
    ['Nobody came', '0', '0%'],
    ['Still waiting', '1', '5%'],
  ])
  expect(cells('Who gave up, after reading what').slice(1)).toEqual([
    ['3–6 min', '12', '1', '8%', '0', '1', '0', '0', '0', '0'],
    ['“We can’t say yet”', '7', '1', '14%', '1', '0', '0', '0', '0', '0'],
  ])
})

it('asks for the days that are chosen, in this browser’s zone', async () => {
  const { asked, user } = await open()
  await figure()
  await user.click(screen.getByRole('radio', { name: '90 days' }))
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const query = (days: number) => `?${new URLSearchParams({ days: String(days), zone: timeZone })}`
  const reports = asked.filter(({ path }) => path.startsWith('/api/waits?'))
  expect(reports.map(({ path }) => path)).toEqual([`/api/waits${query(30)}`, `/api/waits${query(90)}`])
  expect(screen.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe(`/api/waits.csv${query(90)}`)
})

it('says what will be here when nobody has waited', async () => {
  await open(nothing)
  expect(await screen.findByText('Nobody has waited in the last 30 days.')).toBeTruthy()
  expect(screen.queryByRole('table')).toBeNull()
})

it('judges nothing where no promise could be put to the test', async () => {
  await open({ ...nothing, total: { ...nothing.total, waits: 3, unpromised: 3 } })
  expect(await screen.findByText('No wait has put a promise to the test yet.')).toBeTruthy()
  expect(screen.getByText(/3 were told “we can’t say yet” and are not counted\./)).toBeTruthy()
})

it('can be asked again when the relay did not answer', async () => {
  const { routes, user } = await open('unreachable')
  await screen.findByRole('alert')
  routes['GET /api/waits'] = { body: report }
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await figure()).toBeTruthy()
})

it('is a place for the owner alone', async () => {
  const { view } = await open()
  const link = () => within(screen.getAllByRole('navigation', { name: 'Places' })[0] as HTMLElement)
  expect(link().getByRole('link', { name: 'Waits' }).getAttribute('aria-current')).toBe('page')
  view.unmount()
  await openInbox({ now, self: boris })
  expect(link().queryByRole('link', { name: 'Waits' })).toBeNull()
})

it('is a key away', async () => {
  const { user, router } = await openInbox({ now, routes: { 'GET /api/waits': { body: report } } })
  await user.keyboard('gw')
  await waitFor(() => expect(router.place.value).toEqual({ page: 'waits' }))
})
