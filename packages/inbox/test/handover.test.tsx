import type { OperatorConversation } from '@deskbell/protocol'
import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
// What is fetched when it is first shown is there.
import '../src/conversations/transfer-popover.tsx'

vi.setConfig({ testTimeout: 60_000 })
const now = Date.now()
const at = '#conversations/ellen'
const { position: _place, ...nowhere } = ellen(now)
const mine: OperatorConversation = { ...nowhere, status: 'assigned', operatorId: anna.id, assignedAt: now }
const handed = (by: string, to: string): OperatorConversation => ({
  ...{ ...mine, operatorId: to, openBy: now + 25_000, handed: { by, to } },
})
const talking = (given = {}) => openInbox({ now, at, conversations: [mine], ...given })
const status = () => within(document.querySelector('.notice-bar') as HTMLElement)
const dialog = async () => within(await screen.findByRole('dialog', { name: 'Transfer Ellen to' }, { timeout: 20_000 }))
type Opened = Awaited<ReturnType<typeof talking>>

async function toBoris({ user }: Opened): Promise<void> {
  await user.keyboard('t')
  const popover = await dialog()
  await user.click(popover.getByRole('radio', { name: /Boris/ }))
  await user.click(popover.getByRole('button', { name: 'Transfer to Boris' }))
}

it('asks a colleague to take over, and takes it back with Z', async () => {
  const inbox = await talking({ replies: { 'transfer:undo': { ok: true, value: mine } } })
  await toBoris(inbox)
  expect(status().getByText('Boris is asked to take over: Ellen.')).toBeTruthy()
  await act(async () => inbox.relay.tell('conversations:changed', [handed(anna.id, boris.id)]))
  await inbox.user.keyboard('z')
  expect(requests(inbox.relay, 'transfer:undo')).toEqual([{ conversationId: 'ellen' }])
  await waitFor(() => expect(inbox.router.place.value).toEqual({ page: 'conversations', conversationId: 'ellen' }))
  expect(status().queryByText(/did not open/)).toBeNull()
  expect(inbox.sounds.waiting).not.toHaveBeenCalled()
})

it('says who has opened it where that is too late to take back, and leads to reading along', async () => {
  const refusal = { ok: false, refusal: 'already-taken', detail: boris.id }
  const inbox = await talking({ replies: { 'transfer:undo': refusal } })
  await toBoris(inbox)
  await inbox.user.keyboard('z')
  expect(await status().findByText('Boris took this a moment ago.')).toBeTruthy()
  await inbox.user.click(status().getByRole('button', { name: 'Read along' }))
  expect(inbox.router.place.value).toEqual({ page: 'conversations', conversationId: 'ellen' })
})

it('tells who gave it that it was taken over', async () => {
  const { relay } = await talking({ conversations: [handed(anna.id, boris.id)] })
  expect(screen.getByText('Boris is asked to take this over.')).toBeTruthy()
  expect(screen.getByText(/^2[345] s left to open it; then it is yours again.$/)).toBeTruthy()
  await act(async () => relay.tell('conversations:changed', [{ ...mine, operatorId: boris.id }]))
  expect(status().getByText('Ellen is with Boris now.')).toBeTruthy()
})

it('rings for what comes back unopened, and leads there', async () => {
  const given = { conversations: [handed(anna.id, boris.id)], at: '#conversations' }
  const { relay, sounds, user, router } = await talking(given)
  await act(async () => relay.tell('conversations:changed', [mine]))
  expect(status().getByText('Yours again, Boris did not open it: Ellen.')).toBeTruthy()
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  await user.click(status().getByRole('button', { name: 'Open' }))
  expect(router.place.value).toEqual({ page: 'conversations', conversationId: 'ellen' })
})

it('says from whom it comes to who is asked', async () => {
  const { sounds, relay } = await talking({ conversations: [], at: '#conversations' })
  await act(async () => relay.tell('conversations:changed', [handed(boris.id, anna.id)]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('link', { name: /Ellen.*From Boris 2\d s left/ })).toBeTruthy()
})

it('gives it back to the line for whoever has a skill', async () => {
  const team = [memberOf(anna), memberOf({ ...boris, skills: ['Repairs', 'Glazes'] })]
  const { relay, user } = await talking({ team })
  await user.keyboard('t')
  const popover = await dialog()
  await user.type(popover.getByRole('textbox', { name: 'Find a colleague' }), 'repa')
  await user.click(popover.getByRole('radio', { name: /Whoever knows Repairs/ }))
  expect(popover.queryByText(/Glazes/)).toBeNull()
  await user.click(popover.getByRole('button', { name: 'Give back for Repairs' }))
  expect(requests(relay, 'conversation:transfer')).toEqual([{ conversationId: 'ellen', to: 'line', skill: 'Repairs' }])
})

it('says kindly that a colleague was faster, and leads to reading along', async () => {
  const replies = { 'conversation:take': { ok: false, refusal: 'already-taken', detail: boris.id } }
  const inbox = await talking({ replies, at: '#conversations', conversations: [ellen(now)] })
  await inbox.user.keyboard('n')
  expect(await status().findByText('Boris took this a moment ago.')).toBeTruthy()
  await inbox.user.click(status().getByRole('button', { name: 'Read along' }))
  expect(inbox.router.place.value).toEqual({ page: 'conversations', conversationId: 'ellen' })
})

it('keeps what was written where a colleague was faster, and makes it a note', async () => {
  const question = { ...nowhere, status: 'pending', reference: 'HC-1' } as const
  const { relay, user } = await talking({ conversations: [question] })
  await user.type(screen.getByRole('textbox', { name: 'Reply to Ellen' }), 'The zip has two years.')
  await act(async () => relay.tell('conversations:changed', [{ ...mine, operatorId: boris.id }]))
  expect(screen.getByText(/What you wrote is kept/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Make it a note' }))
  const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note for your team' })
  expect(note.value).toBe('The zip has two years.')
})

it('lets go of what is open over a conversation that is a colleague’s by now, or gone', async () => {
  const { relay, user, desk } = await talking({ replies: { 'queue:take': { ok: false, refusal: 'nobody-waits' } } })
  await user.keyboard('t')
  await dialog()
  await act(async () => relay.tell('conversations:changed', [{ ...mine, operatorId: boris.id }]))
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('l')
  expect(await screen.findByRole('dialog')).toBeTruthy()
  await act(async () => relay.tell('conversation:erased', { conversationId: 'ellen' }))
  expect(desk.view.layer.value).toBeUndefined()
  await user.keyboard('n')
  expect(requests(relay, 'queue:take')).toHaveLength(1)
})
