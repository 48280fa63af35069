import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, minute, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const hour = 60 * minute
const mine = ellen(now, { status: 'assigned', operatorId: anna.id })
const over = ellen(now, { status: 'closed', operatorId: anna.id, closedAt: now, blockedUntil: now + hour })
const open = (head = mine, replies = {}) =>
  openInbox({ now, at: '#conversations/ellen', conversations: [head], replies })
const card = () => within(screen.getByRole('complementary', { name: 'About Ellen' }))
const question = () => within(screen.getByRole('dialog', { name: 'Block Ellen?' }))

it('asks once for how long, blocks, and takes it back from the line below', async () => {
  const { relay, user } = await open()
  await user.click(card().getByRole('button', { name: 'Block…' }))
  await user.selectOptions(question().getByLabelText('For'), 'a week')
  await user.click(question().getByRole('button', { name: 'Block' }))
  const [asked] = requests(relay, 'visitor:block') as { conversationId: string; until: number }[]
  expect(asked?.conversationId).toBe('ellen')
  expect(Math.abs((asked?.until ?? 0) - now - 7 * 24 * hour)).toBeLessThan(minute)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(requests(relay, 'visitor:block').at(-1)).toEqual({ conversationId: 'ellen' }))
  expect(await screen.findByText('Ellen can write again.')).toBeTruthy()
})

it('does nothing before it is said twice', async () => {
  const { relay, user } = await open()
  await user.click(card().getByRole('button', { name: 'Block…' }))
  await user.click(question().getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(requests(relay, 'visitor:block')).toEqual([])
})

it('says until when somebody is blocked, on the card and in the list, and unblocks', async () => {
  const { relay, desk, user } = await open(over)
  expect(card().getByText(/^Blocked until/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^Closed/ }))
  expect(screen.getByRole('link', { name: /blocked/ })).toBeTruthy()
  await user.click(card().getByRole('button', { name: 'Unblock' }))
  expect(requests(relay, 'visitor:block')).toEqual([{ conversationId: 'ellen' }])
  await act(async () => desk.clock.set(now + hour))
  expect(card().getByRole('button', { name: 'Block…' })).toBeTruthy()
})
