import type { OperatorItem } from '@deskbell/protocol'
import { act, cleanup, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, ellensWords, memberOf, requests, welcome } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'
// What is fetched when it is first shown is there.
import '../src/conversations/transfer-popover.tsx'

const now = Date.now()
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, assignedAt: now - 60_000 })
const at = '#conversations/ellen'
const log = () => within(screen.getByRole('log', { name: 'Messages' }))
const field = () => screen.getByRole('textbox', { name: 'Reply to Ellen' })
const taken: OperatorItem = { kind: 'assigned', seq: 2, at: now, to: anna }

function talking(more: Partial<Parameters<typeof openInbox>[0]> = {}) {
  return openInbox({ now, at, conversations: [mine], items: [ellensWords(now), taken], ...more })
}

/** A relay that accepts what is sent as the next item. */
const accepts = ({ id, text }: { id: string; text: string }) => {
  return { ok: true, value: { kind: 'message', seq: 3, at: now, id, from: 'operator', by: anna, text } }
}

const notes = ({ id, text }: { id: string; text: string }) => {
  return { ok: true, value: { kind: 'note', seq: 3, at: now, id, by: anna, text } }
}

it('shows what is waiting and takes it with N', async () => {
  const replies = { 'conversation:take': { ok: true, value: mine } }
  const { relay, user } = await openInbox({ now, at, conversations: [ellen(now)], items: [ellensWords(now)], replies })
  expect(log().getByText('The zip is broken')).toBeTruthy()
  expect(screen.getByText('Nobody has opened this yet.')).toBeTruthy()
  await user.keyboard('n')
  expect(requests(relay, 'conversation:take')).toEqual([{ conversationId: 'ellen' }])
  await waitFor(() => expect(document.activeElement).toBe(field()))
})

it('says a refusal in words', async () => {
  const replies = { 'conversation:take': { ok: false, refusal: 'already-taken' } }
  const { user } = await openInbox({ now, at, conversations: [ellen(now)], replies })
  await user.click(screen.getByRole('button', { name: 'Take it' }))
  expect(await screen.findByText('Somebody else has taken this conversation.')).toBeTruthy()
})

it('ends what went before with their page and their time', async () => {
  const page = { url: 'https://holm.example/tents', title: 'Tents' }
  await talking({ now: Date.UTC(2026, 10, 28, 12, 14), conversations: [{ ...mine, page, timeZone: 'Asia/Tokyo' }] })
  const story = within(screen.getByRole('region', { name: /^Before writing/ }))
  expect(story.getByText('Tents').parentElement?.textContent).toBe('On Tents')
  expect(story.getByText(/^0?9:14 PM|^21:14/).parentElement?.textContent).toMatch(/^Their time /)
})

it('begins with what went before', async () => {
  const before = {
    searches: [{ query: 'zip broken', found: 0, at: now - 300_000 }],
    entries: [{ id: 'w', question: 'Warranty', at: now - 200_000, helped: false }],
  }
  const page = { items: [ellensWords(now)], hasMore: false }
  const opened = { ok: true, value: { conversation: mine, before, earlier: [], page } }
  await talking({ replies: { 'conversation:open': opened } })
  const story = within(screen.getByRole('region', { name: /^Before writing/ }))
  expect(story.getByText('1 search, 1 entry read, 1 didn’t help')).toBeTruthy()
  expect(story.getByText('Didn’t help')).toBeTruthy()
  expect(story.getByText(/nothing found/)).toBeTruthy()
  expect(story.getByText('You came after 2:00')).toBeTruthy()
})

it('names who came also when they are not on the team any more', async () => {
  const theirs = { ...mine, status: 'closed', operatorId: boris.id, closedAt: now } as const
  const { relay } = await talking({ conversations: [theirs] })
  await act(async () => relay.tell('team:changed', [memberOf(anna)]))
  const story = () => within(screen.getByRole('region', { name: /^Before writing/ }))
  expect(story().getByText('Boris came after 2:00')).toBeTruthy()
  cleanup()
  const again = await talking({ conversations: [theirs], team: [memberOf(anna)] })
  const welcomed = { ...welcome(now, [theirs], [memberOf(anna)]), formerOperators: [boris] }
  await act(async () => again.relay.tell('operator:welcome', welcomed))
  expect(story().getByText('Boris came after 2:00')).toBeTruthy()
})

it('sends with Enter, makes a line with Shift and Enter, and tells how far it got', async () => {
  const { relay, user } = await talking({ replies: { 'message:send': accepts } })
  await user.type(field(), 'Good morning{Shift>}{Enter}{/Shift}Ellen{Enter}')
  expect(requests(relay, 'message:send')).toMatchObject([{ conversationId: 'ellen', text: 'Good morning\nEllen' }])
  expect(await log().findByText('Sent')).toBeTruthy()
  const read = { ...mine, lastSeq: 3, visitorHas: { delivered: 3, read: 3 } }
  await act(async () => relay.tell('conversations:changed', [read]))
  expect(log().getByText('Read')).toBeTruthy()
})

it('keeps a message while the connection is lost and sends it once it is back', async () => {
  const { relay, user } = await talking({ replies: { 'message:send': accepts } })
  await act(async () => relay.move('down'))
  await user.type(field(), 'Still here{Enter}')
  expect(log().getByText('Sent once the connection is back')).toBeTruthy()
  await act(async () => relay.move('up'))
  expect(await log().findByText('Sent')).toBeTruthy()
  expect(new Set(requests(relay, 'message:send').map((draft) => (draft as { id: string }).id)).size).toBe(1)
  expect(log().getAllByText('Still here')).toHaveLength(1)
})

it('gives the words of a refused message back', async () => {
  const { user } = await talking({ replies: { 'message:send': { ok: false, refusal: 'conversation-closed' } } })
  await user.type(field(), 'Too late{Enter}')
  expect((await log().findByRole('alert')).textContent).toBe('Not sent: This conversation is closed.')
  await user.click(log().getByRole('button', { name: 'Put it back into the field' }))
  expect((field() as HTMLTextAreaElement).value).toBe('Too late')
})

it('keeps a draft for the next time', async () => {
  const keep = memoryKeep()
  const { user } = await talking({ keep })
  await user.type(field(), 'We do, ')
  cleanup()
  await talking({ keep })
  expect((field() as HTMLTextAreaElement).value).toBe('We do, ')
})

it('adds a note that is no message', async () => {
  const { relay, user } = await talking({ replies: { 'note:add': notes } })
  await user.keyboard('m')
  await user.type(screen.getByRole('textbox', { name: 'Note for your team' }), 'Third zip this week{Enter}')
  expect(requests(relay, 'note:add')).toMatchObject([{ text: 'Third zip this week' }])
  expect(requests(relay, 'message:send')).toEqual([])
})

it('leads from an added note back to the reply', async () => {
  const { user } = await talking({ replies: { 'note:add': notes } })
  await user.keyboard('m')
  await user.type(screen.getByRole('textbox', { name: 'Note for your team' }), 'Third zip this week')
  await user.click(screen.getByRole('button', { name: 'Add note' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(field()))
})

it('stops once when a colleague was first', async () => {
  const { relay, user } = await talking({ replies: { 'message:send': accepts } })
  await user.type(field(), 'We do.')
  const item: OperatorItem = {
    kind: 'message',
    seq: 3,
    at: now,
    id: 'm3',
    from: 'operator',
    by: boris,
    text: 'We pay.',
  }
  await act(async () => relay.tell('message:sent', { conversationId: 'ellen', item }))
  await user.keyboard('{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('Boris has answered meanwhile.')
  expect(requests(relay, 'message:send')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Send anyway' }))
  expect(requests(relay, 'message:send')).toHaveLength(1)
})

it('says that the visitor is writing, and tells the visitor the same', async () => {
  const { relay, user } = await talking()
  await act(async () => relay.tell('typing:started', { conversationId: 'ellen' }))
  expect(log().getByText('Ellen is writing…')).toBeTruthy()
  await user.type(field(), 'abc')
  expect(requests(relay, 'typing:start')).toEqual([{ conversationId: 'ellen' }])
})

it('tells it again at once after a reply, which has ended it', async () => {
  const { relay, user } = await talking({ replies: { 'message:send': accepts } })
  await user.type(field(), 'We pay.{Enter}And')
  expect(requests(relay, 'typing:start')).toHaveLength(2)
})

it('tells the relay what has been read', async () => {
  const { relay } = await talking()
  expect(requests(relay, 'receipt:give')).toContainEqual({ conversationId: 'ellen', delivered: 1, read: 1 })
})

it('closes at once and takes it back', async () => {
  const { relay, user } = await talking()
  await user.keyboard('e')
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(requests(relay, 'conversation:close')).toEqual([{ conversationId: 'ellen' }])
  expect(requests(relay, 'conversation:reopen')).toEqual([{ conversationId: 'ellen' }])
})

it('takes the next while the close before is still on its way', async () => {
  const nils = ellen(now, { id: 'nils', name: 'Nils' })
  const unanswered = new Promise(() => undefined)
  const replies = { 'conversation:close': unanswered, 'conversation:take': unanswered }
  const { relay, user } = await talking({ conversations: [mine, nils], replies })
  await user.keyboard('enn')
  expect(requests(relay, 'conversation:take')).toEqual([{ conversationId: 'nils' }])
})

it('takes a close back with Z', async () => {
  const { relay, user } = await talking()
  await user.keyboard('ez')
  expect(requests(relay, 'conversation:reopen')).toEqual([{ conversationId: 'ellen' }])
})

it('leads from the reply to the row of the conversation with Escape', async () => {
  const { user } = await talking()
  await user.type(field(), 'We do{Escape}')
  expect(document.activeElement).toBe(screen.getByRole('link', { name: /Ellen/ }))
})

it('finds a colleague as one types and hands over with a note', async () => {
  const chidi = { ...memberOf(boris), id: 'c3', name: 'Chidi', role: 'Repairs' }
  const { relay, user } = await talking({ team: [memberOf(anna), memberOf(boris), chidi] })
  await user.keyboard('t')
  const popover = within(await screen.findByRole('dialog', { name: 'Transfer Ellen to' }))
  await user.type(popover.getByRole('textbox', { name: 'Find a colleague' }), 'repar')
  expect(popover.queryByText('Boris')).toBeNull()
  await user.type(popover.getByLabelText('Note for them'), 'Only the label is missing.')
  await user.click(popover.getByRole('button', { name: 'Transfer to Chidi' }))
  expect(requests(relay, 'conversation:transfer')).toMatchObject([
    { conversationId: 'ellen', to: 'c3', note: { text: 'Only the label is missing.' } },
  ])
})

it('leaves single letters alone while a field has focus or they are switched off', async () => {
  const { relay, user, desk } = await talking()
  await user.type(field(), 'ne')
  desk.preferences.choose({ letterKeys: false })
  field().blur()
  await user.keyboard('e')
  expect(requests(relay, 'conversation:close')).toEqual([])
})

it('ends with what the visitor said of it', async () => {
  const closed = { ...mine, status: 'closed', closedAt: now } as const
  const { relay } = await talking({ conversations: [closed] })
  expect(log().queryByText(/says it is/)).toBeNull()
  const rating = { solved: 'in-part', comment: 'The new zip sticks', at: now } as const
  await act(async () => relay.tell('conversations:changed', [{ ...closed, rating }]))
  expect(log().getByText(/^Ellen says it is solved in part/)).toBeTruthy()
  expect(log().getByText('The new zip sticks')).toBeTruthy()
})
