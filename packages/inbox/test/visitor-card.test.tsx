import { act, screen, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { ellen } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.UTC(2026, 10, 24, 12, 14)
const fact = (name: string) =>
  within(screen.getByRole('complementary', { name: 'About Ellen' })).queryByText(name)?.nextElementSibling?.textContent

it('says what time it is where the visitor is, by the minute', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now })
  await openInbox({ now, conversations: [ellen(now, { timeZone: 'Asia/Tokyo' })], at: '#conversations/ellen' })
  await expect.poll(() => fact('Their time')).toMatch(/^0?9:14 PM|^21:14/)
  await act(async () => void vi.advanceTimersByTime(60_000))
  await expect.poll(() => fact('Their time')).toMatch(/^0?9:15 PM|^21:15/)
  expect(fact('Their time')).toMatch(/Japan|GMT\+9/)
})

it('says nothing of a time where no zone is known', async () => {
  await openInbox({ now, conversations: [ellen(now, { timeZone: 'Mars/Olympus' })], at: '#conversations/ellen' })
  await expect.poll(() => fact('Language')).toBeTruthy()
  expect(fact('Their time')).toBeUndefined()
})
