import type { OperatorConversation } from '@deskbell/protocol'
import { act, screen, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
// What is fetched when it is first shown is there.
import '../src/conversations/invite-popover.tsx'

vi.setConfig({ testTimeout: 60_000 })
const now = Date.now()
const at = '#conversations/ellen'
const { position: _place, ...nowhere } = ellen(now)
const assigned: OperatorConversation = { ...nowhere, status: 'assigned', assignedAt: now, operatorId: anna.id }
const theirs = { ...assigned, operatorId: boris.id }
const asked = { ...theirs, invited: [anna.id] }
const beside = { ...theirs, guests: [anna.id] }
const article = () => within(screen.getByRole('article', { name: 'Conversation with Ellen' }))

it('asks a colleague by I, also one without room, and takes that back with Z', async () => {
  const team = [memberOf(anna), memberOf(boris, { conversations: 3 })]
  const { user, relay } = await openInbox({ now, at, conversations: [assigned], team })
  await user.keyboard('i')
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask a colleague to join' }))
  await user.type(dialog.getByLabelText('Note for them'), 'Which glaze?')
  await user.click(dialog.getByRole('button', { name: 'Ask Boris to join' }))
  expect(requests(relay, 'conversation:invite')).toMatchObject([
    { conversationId: 'ellen', who: boris.id, note: { text: 'Which glaze?' } },
  ])
  expect(screen.getByText('Boris is asked to join.')).toBeTruthy()
  await user.keyboard('z')
  expect(requests(relay, 'conversation:leave')).toEqual([{ conversationId: 'ellen', who: boris.id }])
})

it.each([
  ['joined', { guests: [boris.id] }],
  ['declined', {}],
])('takes no invitation back once the colleague has %s', async (_how, change) => {
  const { user, relay } = await openInbox({ now, at, conversations: [assigned] })
  await user.keyboard('i')
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask a colleague to join' }))
  await user.click(dialog.getByRole('button', { name: 'Ask Boris to join' }))
  await act(async () => relay.tell('conversations:changed', [{ ...assigned, invited: [boris.id] }]))
  expect(screen.getByText('Boris is asked to join.')).toBeTruthy()
  await act(async () => relay.tell('conversations:changed', [{ ...assigned, ...change }]))
  expect(screen.queryByText('Boris is asked to join.')).toBeNull()
  await user.keyboard('z')
  expect(requests(relay, 'conversation:leave')).toEqual([])
})

it('rings for who is asked, among what is theirs, and joins with N', async () => {
  const replies = { 'conversation:join': { ok: true, value: beside } }
  const { user, relay, sounds } = await openInbox({ now, at, conversations: [theirs], replies })
  await act(async () => relay.tell('conversations:changed', [asked]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  const mine = within(screen.getByRole('region', { name: 'Mine' }))
  expect(mine.getByRole('link', { name: /Ellen.*Boris asks you to join/ })).toBeTruthy()
  await user.keyboard('n')
  expect(requests(relay, 'conversation:join')).toEqual([{ conversationId: 'ellen' }])
  expect(await article().findByRole('textbox', { name: 'Reply to Ellen' })).toBeTruthy()
  expect(article().getByText(/You answer beside Boris/)).toBeTruthy()
})

it('declines', async () => {
  const { user, relay } = await openInbox({ now, at, conversations: [asked] })
  await user.click(article().getByRole('button', { name: 'Not now' }))
  expect(requests(relay, 'conversation:leave')).toEqual([{ conversationId: 'ellen' }])
})

it('lets a guest answer and leave, and neither close nor hand on', async () => {
  const said = { kind: 'message', seq: 2, at: now, id: 'm2', from: 'operator', by: anna, text: 'At 1,240 degrees' }
  const replies = { 'message:send': { ok: true, value: said } }
  const { user, relay } = await openInbox({ now, at, conversations: [beside], replies })
  await user.type(article().getByRole('textbox', { name: 'Reply to Ellen' }), 'At 1,240 degrees{Enter}')
  expect(requests(relay, 'message:send')).toMatchObject([{ text: 'At 1,240 degrees' }])
  expect(article().queryByRole('button', { name: 'Close' })).toBeNull()
  expect(article().queryByRole('button', { name: 'Transfer' })).toBeNull()
  await user.click(article().getByRole('button', { name: 'Leave' }))
  expect(requests(relay, 'conversation:leave')).toEqual([{ conversationId: 'ellen' }])
})

it('says at the head who answers too', async () => {
  await openInbox({ now, at, conversations: [{ ...assigned, guests: [boris.id] }] })
  expect(article().getByText(/with Boris/)).toBeTruthy()
})
