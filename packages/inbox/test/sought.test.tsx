import type { FoundConversations, OperatorItem } from '@deskbell/protocol'
import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, memberOf, minute, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const { position: _none, promised: _neither, ...visitor } = ellen(now, { operatorId: anna.id, lastSeq: 60 })
const mara = { ...visitor, id: 'mara', name: 'Mara', status: 'closed' as const, closedAt: now - minute }
const ben = { ...mara, id: 'ben', name: 'Ben' }
/** Each in a minute of its own; the third is a note. */
function items(first: number, last: number): OperatorItem[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const seq = first + index
    const said = { seq, at: now - 90 * minute + seq * minute, id: `m${seq}`, text: `Words number ${seq}` }
    return seq === 3 ? { ...said, kind: 'note', by: anna } : { ...said, kind: 'message', from: 'visitor' }
  })
}
const body: FoundConversations = {
  found: [
    { conversation: mara, said: { seq: 55, text: 'Words number 55' } },
    { conversation: ben, said: { seq: 14, text: 'Words number 14' } },
  ],
  isReading: false,
}

/** Mara's conversation of 60 items, of which the newest ten come with it; what is found for "words". */
async function openFound(found = body) {
  const resume = ({ after }: { after: number }) => ({ ok: true, value: { items: items(after + 1, 40), hasMore: true } })
  const opened = await openInbox({
    now,
    conversations: [mara],
    items: items(51, 60),
    team: [memberOf(anna)],
    routes: { 'GET /api/conversations': { body: found } },
    replies: { 'conversation:resume': resume },
  })
  await opened.user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'words')
  const results = within(await screen.findByRole('region', { name: 'Found' }))
  await results.findAllByRole('link')
  return { ...opened, results }
}
const marked = () => screen.getByRole('log').querySelector('[aria-current="location"]')?.textContent

it('opens a conversation at the message that was found, which Tab comes to, and goes back to what was found', async () => {
  const { relay, router, results, user } = await openFound()
  await user.click(results.getByRole('link', { name: /Mara/ }))
  await waitFor(() => expect(marked()).toContain('Words number 55'))
  expect(screen.getByRole('log').querySelector('.message[tabindex="0"]')?.textContent).toContain('Words number 55')
  expect(requests(relay, 'conversation:resume')).toEqual([])
  history.back()
  await waitFor(() => expect(router.place.value).toEqual({ page: 'conversations' }))
  expect(results.getAllByRole('link')).toHaveLength(2)
  expect(screen.getByRole('searchbox')).toHaveProperty('value', 'words')
})

it('asks for the place where it is not among the newest, and for another one in the same conversation', async () => {
  const [, later] = body.found
  const { relay, router } = await openFound({ ...body, found: later ? [later] : [] })
  await act(async () => router.go({ page: 'conversations', conversationId: 'mara', seq: 14 }))
  await waitFor(() => expect(marked()).toContain('Words number 14'))
  expect(requests(relay, 'conversation:resume')).toEqual([{ conversationId: 'mara', after: 3 }])
  await act(async () => router.go({ page: 'conversations', conversationId: 'mara', seq: 3 }))
  await waitFor(() => expect(marked()).toContain('Words number 3'))
  expect(screen.getByRole('region', { name: /note/i }).getAttribute('aria-current')).toBe('location')
  await act(async () => router.go({ page: 'conversations', conversationId: 'mara' }))
  expect(marked()).toBeUndefined()
})

it('asks once for what is not there', async () => {
  const { relay, router } = await openFound()
  const nothing = { ok: true, value: { items: [], hasMore: false } }
  relay.replies['conversation:resume'] = () =>
    requests(relay, 'conversation:resume').length > 1 ? new Promise(() => {}) : nothing
  await act(async () => router.go({ page: 'conversations', conversationId: 'mara', seq: 999 }))
  await screen.findByText('Words number 60')
  await act(async () => undefined)
  expect(requests(relay, 'conversation:resume')).toEqual([{ conversationId: 'mara', after: 988 }])
  expect(marked()).toBeUndefined()
})

it('goes from place to place by keys', async () => {
  const { router, user } = await openFound()
  screen.getByRole('searchbox').blur()
  await user.keyboard('j')
  expect(router.place.value).toEqual({ page: 'conversations', conversationId: 'mara', seq: 55 })
  await user.keyboard('j')
  expect(router.place.value).toEqual({ page: 'conversations', conversationId: 'ben', seq: 14 })
})
