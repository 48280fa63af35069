import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const mine = ellen(now, { status: 'assigned', operatorId: anna.id })
const over = ellen(now, { status: 'closed', operatorId: anna.id, closedAt: now, labels: ['Delivery'] })
const open = (head = mine, replies = {}) =>
  openInbox({ now, at: '#conversations/ellen', conversations: [head], replies })
const popover = () => within(screen.getByRole('dialog', { name: 'What was it about?' }))
const box = (name: string) => popover().getByRole<HTMLInputElement>('checkbox', { name })

it('says what a conversation is about, by keys alone, and closes it', async () => {
  const { relay, user } = await open()
  await user.keyboard('l')
  await user.click(box('Returns'))
  await user.click(box('Warranty'))
  expect(requests(relay, 'labels:set')).toEqual([
    { conversationId: 'ellen', labels: ['Returns'] },
    { conversationId: 'ellen', labels: ['Returns', 'Warranty'] },
  ])
  await user.click(popover().getByRole('button', { name: 'Close the conversation' }))
  await waitFor(() => expect(requests(relay, 'conversation:close')).toEqual([{ conversationId: 'ellen' }]))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('adds and takes back labels of a conversation that is over', async () => {
  const { relay, user } = await open(over)
  await user.click(screen.getByRole('button', { name: 'Label' }))
  expect(box('Delivery').checked).toBe(true)
  expect(popover().queryByRole('button', { name: 'Close the conversation' })).toBeNull()
  await user.click(box('Delivery'))
  expect(requests(relay, 'labels:set')).toEqual([{ conversationId: 'ellen', labels: [] }])
  await user.click(popover().getByRole('button', { name: 'Done' }))
  expect(screen.queryByText('Delivery')).toBeNull()
})

it('shows them in the list and over the conversation', async () => {
  const { user } = await open(over)
  await user.click(screen.getByRole('button', { name: /^Closed/ }))
  expect(within(screen.getByRole('link', { name: /^Ellen/ })).getByText('Delivery')).toBeTruthy()
  expect(within(screen.getByRole('article')).getByText('Delivery')).toBeTruthy()
})

it('brings back what was there when the relay refuses, and says why', async () => {
  const { user } = await open(over, { 'labels:set': { ok: false, refusal: 'storage-failed' } })
  await user.keyboard('l')
  await user.click(box('Warranty'))
  expect(await screen.findByText(/could not be stored/)).toBeTruthy()
  await waitFor(() => expect(box('Warranty').checked).toBe(false))
  expect(box('Delivery').checked).toBe(true)
})

it('offers what the owner has now, and what the conversation has from before', async () => {
  const { relay, user } = await open({ ...over, labels: ['Engraving'] })
  await act(async () =>
    relay.tell('settings:changed', { routing: 'automatic', openWithinSeconds: 30, labels: ['Gifts'], locales: [] }),
  )
  await user.keyboard('l')
  expect(popover().getAllByRole('checkbox')).toHaveLength(2)
  expect(box('Gifts').checked).toBe(false)
  expect(box('Engraving').checked).toBe(true)
})

it('asks where the owner has no labels only why it is closed', async () => {
  const { relay, user } = await open()
  const told = { routing: 'automatic' as const, openWithinSeconds: 30, labels: [], locales: [] }
  await act(async () => relay.tell('settings:changed', told))
  expect(screen.getByRole('button', { name: 'Close with a reason' })).toBeTruthy()
  await user.keyboard('l')
  const asked = within(screen.getByRole('dialog', { name: 'Close with a reason' }))
  expect(asked.queryByRole('checkbox')).toBeNull()
  await user.type(asked.getByLabelText('Reason (for your team only)'), ' Refund agreed {Enter}')
  const closing = { conversationId: 'ellen', reason: 'Refund agreed' }
  await waitFor(() => expect(requests(relay, 'conversation:close')).toEqual([closing]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('goes where its visitor ends it, and the owner has no labels', async () => {
  const { labels: _none, ...head } = over
  const { relay, user } = await open()
  const told = { routing: 'automatic' as const, openWithinSeconds: 30, labels: [], locales: [] }
  await act(async () => relay.tell('settings:changed', told))
  await user.keyboard('l')
  expect(screen.getByRole('dialog', { name: 'Close with a reason' })).toBeTruthy()
  await act(async () => relay.tell('conversations:changed', [head]))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

it('finds closing with a reason among the commands', async () => {
  const { user } = await open()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Search or do anything' }), 'with a reason{Enter}')
  await screen.findByRole('dialog', { name: 'What was it about?' })
  expect(popover().getByLabelText('Reason (for your team only)')).toBeTruthy()
})

it('keeps the reason where closing is refused', async () => {
  const { user } = await open(mine, { 'conversation:close': { ok: false, refusal: 'storage-failed' } })
  await user.keyboard('l')
  await user.type(popover().getByLabelText('Reason (for your team only)'), 'Refund agreed{Enter}')
  expect(await screen.findByText(/could not be stored/)).toBeTruthy()
  expect(popover().getByDisplayValue('Refund agreed')).toBeTruthy()
})

it('asks nothing of what is over where the owner has no labels', async () => {
  const { labels: _none, ...head } = over
  const { relay, user } = await open(head)
  await act(async () =>
    relay.tell('settings:changed', { routing: 'automatic', openWithinSeconds: 30, labels: [], locales: [] }),
  )
  expect(screen.queryByRole('button', { name: /^Label|reason$/ })).toBeNull()
  await user.keyboard('l')
  expect(screen.queryByRole('dialog')).toBeNull()
})
