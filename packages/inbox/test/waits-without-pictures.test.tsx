import { screen } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { withCanvas } from './kit/canvas.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { someWaits } from './kit/waits.ts'

beforeEach(withCanvas)
// The network is lost when the first picture asks for what draws it, and back for the second.
vi.mock('../src/waits/draw-chart.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module')
})

it('keeps its figures where a picture cannot be loaded', async () => {
  const now = Date.now()
  await openInbox({ now, at: '#waits', routes: { 'GET /api/waits': { body: someWaits(now) } } })
  expect(await screen.findByText(/^The picture could not be loaded/)).toBeTruthy()
  expect(screen.queryByRole('img', { name: /^A bar/ })).toBeNull()
  expect(screen.getAllByText('The figures')).toHaveLength(2)
})
