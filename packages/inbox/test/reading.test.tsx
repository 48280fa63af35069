import { act, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})
const now = Date.now()
const at = '#conversations/ellen'
const open = () => openInbox({ now, at, conversations: [ellen(now)] })
const reading = (...readers: string[]) => ({ conversationId: 'ellen', readers })

it('says who else reads, in the list and over the conversation, and that they have stopped', async () => {
  const { relay } = await open()
  await act(async () => relay.tell('reading:changed', reading(anna.id, boris.id)))
  // What is said last is the first that finds no room.
  expect(screen.getByText('· Boris is reading').nextSibling?.textContent).toContain('·')
  expect(screen.getByRole('link', { name: /Boris is reading/ })).toBeTruthy()
  await act(async () => relay.tell('reading:changed', reading(anna.id)))
  expect(screen.queryByText(/is reading/)).toBeNull()
})

it('says in every list who reads or writes along, beside whose it is', async () => {
  const { position: _place, ...nowhere } = ellen(now)
  const theirs = { ...nowhere, status: 'assigned', operatorId: boris.id, assignedAt: now } as const
  const question = { ...nowhere, id: 'left', status: 'pending', reference: 'HC-7K2QM' } as const
  const cleo = { ...boris, id: 'cleo', name: 'Cleo' }
  const team = [memberOf(anna), memberOf(boris), memberOf(cleo)]
  const { relay, user } = await openInbox({ now, conversations: [theirs, question], team })
  await user.click(screen.getByRole('button', { name: /^Team/ }))
  await act(async () => relay.tell('reading:changed', { conversationId: 'ellen', readers: [boris.id] }))
  // Whose it is reads it anyway.
  expect(screen.queryByText(/is reading/)).toBeNull()
  await act(async () => relay.tell('reading:changed', { conversationId: 'ellen', readers: [boris.id, 'cleo'] }))
  expect(screen.getByText('Boris · Cleo is reading')).toBeTruthy()
  expect(screen.getByText('HC-7K2QM')).toBeTruthy()
  await act(async () => relay.tell('reading:changed', { conversationId: 'left', readers: ['cleo'] }))
  expect(screen.getByText('Cleo is reading')).toBeTruthy()
  await act(async () => relay.tell('typing:started', { conversationId: 'left', by: { id: 'cleo', name: 'Cleo' } }))
  expect(screen.getByText('Cleo is writing…')).toBeTruthy()
})

it('tells the team what is on screen, and that it is not while nobody can see it', async () => {
  const { relay, router } = await open()
  expect(requests(relay, 'reading:set')).toEqual([{ conversationId: 'ellen' }])
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
  expect(requests(relay, 'reading:set').at(-1)).toEqual({})
  visibility.mockReturnValue('visible')
  await act(async () => void document.dispatchEvent(new Event('visibilitychange')))
  expect(requests(relay, 'reading:set').at(-1)).toEqual({ conversationId: 'ellen' })
  router.go({ page: 'conversations' })
  await waitFor(() => expect(requests(relay, 'reading:set').at(-1)).toEqual({}))
})

it('tells it anew when the connection was lost', async () => {
  const { relay } = await open()
  await act(async () => relay.move('down'))
  await act(async () => relay.move('up'))
  expect(requests(relay, 'reading:set')).toEqual([{ conversationId: 'ellen' }, { conversationId: 'ellen' }])
})

it('gives no receipt while another window is in front of this one', async () => {
  const focus = vi.spyOn(document, 'hasFocus').mockReturnValue(false)
  const { relay } = await open()
  const mine = { ...ellen(now), status: 'assigned', operatorId: anna.id, assignedAt: now } as const
  await act(async () => relay.tell('conversations:changed', [mine]))
  const read = () => requests(relay, 'receipt:give').at(-1)
  expect(read()).toEqual({ conversationId: 'ellen', delivered: 1, read: 0 })
  focus.mockReturnValue(true)
  await act(async () => void dispatchEvent(new Event('focus')))
  expect(read()).toEqual({ conversationId: 'ellen', delivered: 1, read: 1 })
})
