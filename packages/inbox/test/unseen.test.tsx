import { fileLimits, limits, type OperatorItem } from '@deskbell/protocol'
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, ellensWords, requests } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, assignedAt: now - 60_000 })
const nils = ellen(now, { id: 'nils', name: 'Nils' })
const words = ellensWords(now)
const file = { id: 'f1', name: 'kiln.pdf', type: 'application/pdf', bytes: 20 }
const log = () => within(screen.getByRole('log', { name: 'Messages' }))
const field = () => screen.getByRole('textbox', { name: 'Reply to Ellen' }) as HTMLTextAreaElement

/** Boris has answered: number 2, and so on. */
function borissWords(seq = 2): OperatorItem {
  return { kind: 'message', seq, at: now, id: `b${seq}`, from: 'operator', by: boris, text: 'We pay.' }
}

/** A relay on which Boris has answered before this page knows of it. */
function comparing({ id, text, seenSeq }: { id: string; text: string; seenSeq: number }) {
  if (seenSeq < 2) return { ok: false, refusal: 'unseen-reply', detail: boris.id }
  return { ok: true, value: { kind: 'message', seq: 3, at: now, id, from: 'operator', by: anna, text } }
}

function talking(more: Partial<Parameters<typeof openInbox>[0]> = {}) {
  const replies = { 'message:send': comparing, ...more.replies }
  const given = { now, at: '#conversations/ellen', conversations: [mine, nils], items: [words], ...more, replies }
  return openInbox(given)
}

const arrives = ({ relay }: Awaited<ReturnType<typeof talking>>, item: OperatorItem) =>
  act(async () => relay.tell('message:sent', { conversationId: 'ellen', item }))

it('says that the relay stopped a reply, and sends it again on the word of who has read what came', async () => {
  const inbox = await talking()
  await inbox.user.type(field(), 'Please send it in{Enter}')
  expect((await log().findByRole('alert')).textContent).toBe('Not sent: Boris has answered meanwhile.')
  await arrives(inbox, borissWords())
  await inbox.user.click(log().getByRole('button', { name: 'Send anyway' }))
  await waitFor(() => expect(log().queryByRole('alert')).toBeNull())
  expect(log().getAllByText('Please send it in')).toHaveLength(1)
  const [first, second] = requests(inbox.relay, 'message:send') as [{ id: string }, { id: string }]
  expect([first, second]).toMatchObject([{ seenSeq: 1 }, { seenSeq: 2 }])
  expect(second.id).toBe(first.id)
})

it('tells of a reply that waited for the connection and was stopped, wherever one is by then', async () => {
  const { relay, router, user } = await talking()
  await act(async () => relay.move('down'))
  await user.type(field(), 'Please send it in{Enter}')
  await act(async () => router.go({ page: 'conversations', conversationId: 'nils' }))
  await act(async () => relay.move('up'))
  expect(await screen.findByText('Your reply was not sent: Ellen.')).toBeTruthy()
  expect(screen.getByRole('link', { name: /Ellen.*Not sent: Please send it in/ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect((await log().findByRole('alert')).textContent).toContain('Boris has answered meanwhile.')
})

it('says where a stopped reply can’t be sent again since too many wait', async () => {
  const { relay, user } = await talking()
  await user.type(field(), 'Please send it in{Enter}')
  await log().findByRole('button', { name: 'Send anyway' })
  await act(async () => relay.move('down'))
  for (let number = 1; number <= limits.outboxMessages; number += 1) {
    fireEvent.input(field(), { target: { value: `Wait ${number}` } })
    await act(async () => void fireEvent.keyDown(field(), { key: 'Enter' }))
  }
  await user.click(log().getByRole('button', { name: 'Send anyway' }))
  expect(await screen.findByText(/^Fifty messages wait to be sent/)).toBeTruthy()
  expect(log().getByText('Please send it in')).toBeTruthy()
})

it('gives a stopped reply back with its files', async () => {
  const keep = memoryKeep()
  keep.write('draft-files:ellen', JSON.stringify([file]))
  const { user } = await talking({ keep })
  await user.type(field(), 'Look here{Enter}')
  expect(screen.queryByRole('list', { name: 'Attached' })).toBeNull()
  await user.click(await log().findByRole('button', { name: 'Put it back into the field' }))
  expect(field().value).toBe('Look here')
  expect(within(screen.getByRole('list', { name: 'Attached' })).getByText('kiln.pdf')).toBeTruthy()
})

it('gives more files back than a message takes, and sends once some are removed', async () => {
  const keep = memoryKeep()
  const many = Array.from({ length: fileLimits.inMessage }, (_, number) => ({
    ...file,
    id: `g${number}`,
    name: `${number}.pdf`,
  }))
  const letter = { id: 'l1', conversationId: 'ellen', kind: 'message', text: '', at: now, files: many }
  keep.write('letter-l1', JSON.stringify({ ...letter, refusal: 'unseen-reply' }))
  keep.write('draft-files:ellen', JSON.stringify([file]))
  const { user, relay } = await talking({ keep, items: [words, borissWords()] })
  await user.click(await log().findByRole('button', { name: 'Put it back into the field' }))
  const attached = () => within(screen.getByRole('list', { name: 'Attached' }))
  expect(attached().getAllByRole('listitem')).toHaveLength(fileLimits.inMessage + 1)
  await user.type(field(), '{Enter}')
  await user.type(field(), '{Enter}')
  expect(await screen.findByText(`A message takes ${fileLimits.inMessage} files.`)).toBeTruthy()
  expect(requests(relay, 'message:send')).toEqual([])
  await user.click(attached().getByRole('button', { name: 'Remove kiln.pdf' }))
  await user.type(field(), '{Enter}')
  expect(requests(relay, 'message:send')).toMatchObject([{ files: many.map(({ id }) => id) }])
})

it('stops what was begun before a colleague answered and is sent from another view', async () => {
  const keep = memoryKeep()
  const { user } = await talking({ keep })
  await user.type(field(), 'Please send it in')
  cleanup()
  const later = await talking({ keep, items: [words, borissWords()] })
  await later.user.type(field(), '{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('Boris has answered meanwhile.')
  expect(requests(later.relay, 'message:send')).toEqual([])
  await later.user.click(screen.getByRole('button', { name: 'Send anyway' }))
  expect(requests(later.relay, 'message:send')).toMatchObject([{ text: 'Please send it in', seenSeq: 2 }])
})

it('stops files alone, and lets go of them with what is not needed any more', async () => {
  const keep = memoryKeep()
  keep.write('draft-files:ellen', JSON.stringify([file]))
  const inbox = await talking({ keep })
  await arrives(inbox, borissWords())
  await inbox.user.type(field(), '{Enter}')
  expect(screen.getByRole('alert').textContent).toContain('Boris has answered meanwhile.')
  await inbox.user.click(screen.getByRole('button', { name: 'Discard mine' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('list', { name: 'Attached' })).toBeNull()
  expect(requests(inbox.relay, 'message:send')).toEqual([])
})

it('stops again for what came after it had stopped', async () => {
  const inbox = await talking()
  await inbox.user.type(field(), 'Please send it in')
  await arrives(inbox, borissWords())
  await inbox.user.type(field(), '{Enter}')
  await arrives(inbox, borissWords(3))
  await inbox.user.type(field(), '{Enter}')
  expect(requests(inbox.relay, 'message:send')).toEqual([])
  await inbox.user.type(field(), '{Enter}')
  expect(requests(inbox.relay, 'message:send')).toMatchObject([{ seenSeq: 3 }])
})

it('does not stop a reply that was begun after a colleague had answered', async () => {
  const inbox = await talking()
  await arrives(inbox, borissWords())
  await inbox.user.type(field(), 'And the post, too{Enter}')
  expect(requests(inbox.relay, 'message:send')).toMatchObject([{ seenSeq: 2 }])
})
