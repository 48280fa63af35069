import { act, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
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
  expect(screen.getByText('· Boris is reading')).toBeTruthy()
  expect(screen.getByRole('link', { name: /Boris is reading/ })).toBeTruthy()
  await act(async () => relay.tell('reading:changed', reading(anna.id)))
  expect(screen.queryByText(/is reading/)).toBeNull()
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
