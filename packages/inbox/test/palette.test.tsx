import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, ellensWords, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const { position: _none, promised: _neither, ...visitor } = ellen(now, { status: 'assigned', operatorId: anna.id })
const field = () => screen.findByRole('combobox', { name: 'Search or do anything' })
const options = () => screen.getAllByRole('option').map((option) => option.textContent)
const open = (given: Partial<Parameters<typeof openInbox>[0]> = {}) =>
  openInbox({ now, conversations: [visitor], ...given })

it('opens by Ctrl and K, also while somebody writes, and gives the focus back', async () => {
  const { user } = await open({ at: `#conversations/${visitor.id}` })
  const reply = await screen.findByRole('textbox')
  await user.type(reply, 'Half a reply')
  await user.keyboard('{Control>}k{/Control}')
  await waitFor(async () => expect(document.activeElement).toBe(await field()))
  await user.keyboard('{Control>}k{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(document.activeElement).toBe(reply)
})

it('finds a page by some letters of its name and goes there by Enter', async () => {
  const { user, router } = await open()
  await user.click(screen.getByRole('button', { name: 'Search or do anything' }))
  await user.type(await field(), 'cand rep')
  expect(options()[0]).toBe('Canned replies')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.place.value).toEqual({ page: 'replies' }))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('closes the conversation on screen, with its key beside the name', async () => {
  const { user, relay } = await open({
    at: `#conversations/${visitor.id}`,
    replies: { 'conversation:close': { ok: true, value: null } },
  })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'close')
  const first = screen.getAllByRole('option')[0] as HTMLElement
  expect(first.textContent).toContain('Ellen')
  expect(within(first).getByText('E').tagName).toBe('KBD')
  await user.click(first)
  await waitFor(() => expect(requests(relay, 'conversation:close')).toEqual([{ conversationId: visitor.id }]))
})

it('opens again what is over, and says until when one is here', async () => {
  const closed = { ...visitor, status: 'closed' as const, closedAt: now }
  const { user, relay } = await open({
    at: `#conversations/${visitor.id}`,
    conversations: [closed],
    replies: { 'conversation:reopen': { ok: true, value: null } },
  })
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'open it again{Enter}')
  await waitFor(() => expect(requests(relay, 'conversation:reopen')).toEqual([{ conversationId: visitor.id }]))
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'until{Enter}')
  await waitFor(() => expect(screen.getByRole('dialog', { name: 'You' })).toBeTruthy())
})

it('opens a conversation by the name of its visitor', async () => {
  const { user, router } = await open()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'elln')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(router.place.value).toEqual({ page: 'conversations', conversationId: visitor.id }))
})

it('walks by the arrow keys, round the ends', async () => {
  const { user } = await open()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), 'conversation')
  const all = screen.getAllByRole('option')
  await user.keyboard('{ArrowUp}')
  expect(all.map((option) => option.getAttribute('aria-selected')).at(-1)).toBe('true')
  await user.keyboard('{ArrowDown}')
  expect(all[0]?.getAttribute('aria-selected')).toBe('true')
})

it('offers operators no page of the owners, and nothing that is not possible', async () => {
  const { user } = await open({ self: boris })
  await user.keyboard('{Control>}k{/Control}')
  await field()
  expect(options().join()).not.toMatch(/Team(?!Conversations)|Privacy|Transfer|Undo/)
  await user.keyboard('qqqq')
  expect(screen.getByText('Nothing is called like “qqqq”.')).toBeTruthy()
})

/** The first thing of that name is done. */
async function run(user: Awaited<ReturnType<typeof open>>['user'], words: string) {
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await field(), `${words}{Enter}`)
}
const here = { at: `#conversations/${visitor.id}` }

it('blocks the visitor after asking for how long, and unblocks', async () => {
  const { user, relay } = await open(here)
  await run(user, 'block')
  await user.click(within(await screen.findByRole('dialog', { name: 'Block Ellen?' })).getByText('Block'))
  await waitFor(() => expect(requests(relay, 'visitor:block')).toHaveLength(1))
  await act(async () => relay.tell('conversations:changed', [{ ...visitor, blockedUntil: Date.now() + 60_000 }]))
  await run(user, 'unblock')
  await waitFor(() => expect(requests(relay, 'visitor:block').at(-1)).toEqual({ conversationId: visitor.id }))
})

it('erases what is kept of the visitor after asking once', async () => {
  const routes = { [`DELETE /api/visitors/${visitor.id}`]: { body: { conversations: 1, isJournalEmpty: true } } }
  const { user, router } = await open({ ...here, routes })
  await run(user, 'erase')
  const question = within(await screen.findByRole('dialog', { name: 'Erase everything about Ellen?' }))
  await user.click(question.getByRole('button', { name: 'Erase for good' }))
  expect(await screen.findByText('Everything about Ellen is erased.')).toBeTruthy()
  expect(router.place.value).toEqual({ page: 'conversations' })
})

it('exports what is kept of the visitor', async () => {
  const { user } = await open(here)
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await run(user, 'export')
  await waitFor(() => expect(clicked).toHaveBeenCalledTimes(1))
  const [link] = clicked.mock.contexts as HTMLAnchorElement[]
  expect([link?.getAttribute('href'), link?.download]).toEqual(['../api/visitors/ellen', 'deskbell-visitor.json'])
})

it.each([
  ['canned reply', 'dialog', 'Insert a canned reply'],
  ['an answer', 'dialog', 'Insert an answer'],
  ['emoji', 'group', 'Insert an emoji'],
])('opens what a reply can have (%s), also from a note', async (words, role, name) => {
  const { user } = await open({ ...here, routes: { 'GET /api/replies': { body: [] } } })
  await run(user, 'write a note')
  await screen.findByRole('textbox', { name: 'Note for your team' })
  await run(user, words)
  expect(await screen.findByRole(role, { name })).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Reply to Ellen' })).toBeTruthy()
})

it('asks for a file to attach, also from a note', async () => {
  const { user } = await open(here)
  const clicked = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined)
  await run(user, 'write a note')
  await run(user, 'attach')
  await waitFor(() => expect(clicked.mock.contexts.map((input) => (input as HTMLInputElement).type)).toEqual(['file']))
})

it('makes an entry of a closed conversation, for owners', async () => {
  const closed = { ...visitor, status: 'closed' as const, closedAt: now }
  const { user, router } = await open({
    ...{ ...here, conversations: [closed] },
    replies: { 'conversation:resume': { ok: true, value: { items: [ellensWords(now)], hasMore: false } } },
  })
  await run(user, 'write entry')
  await waitFor(() => expect(router.place.value).toMatchObject({ page: 'entries', entryId: expect.any(String) }))
})
