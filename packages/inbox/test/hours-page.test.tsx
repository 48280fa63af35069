import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const empty = { timeZone: 'Europe/Oslo', week: [[], [], [], [], [], [], []], closed: [] }
const open = () =>
  openInbox({
    now: Date.now(),
    at: '#hours',
    routes: {
      'GET /api/hours': { body: { hours: empty } },
      'PUT /api/hours': (hours) => ({ body: { hours, opensAt: Date.parse('2026-11-30T08:00:00Z') } }),
    },
  })
const monday = () => within(screen.getByRole('group', { name: 'Monday' }))

it('saves the hours of the week, written once for five days, and says what visitors read', async () => {
  const { user, asked } = await open()
  await user.click(await screen.findByRole('button', { name: 'Add hours on Monday' }))
  await user.click(monday().getByRole('button', { name: 'Add hours on Monday' }))
  await user.click(monday().getByRole('button', { name: 'Remove 17:00 to 24:00 on Monday' }))
  await user.click(monday().getByRole('button', { name: 'The same until Friday' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/visitors would read that you are back on Monday/)).toBeTruthy()
  const day = [{ from: '09:00', to: '17:00' }]
  expect(sentTo(asked, 'PUT', '/api/hours')).toMatchObject({ week: [day, day, day, day, day, [], []] })
})

it('says what is wrong with a day and with closed days, and sends nothing', async () => {
  const { user, asked } = await open()
  await user.click(await screen.findByRole('button', { name: 'Add hours on Monday' }))
  await user.clear(monday().getByLabelText('Monday, until'))
  await user.click(screen.getByRole('button', { name: 'Add days' }))
  await user.clear(screen.getByLabelText('First day'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(monday().getByText(/^Each begins after/)).toBeTruthy()
  expect(screen.getByText('The last day is the first one or a later one.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/hours')).toBeUndefined()
})
