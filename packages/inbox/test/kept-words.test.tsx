import { cleanup, screen } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { DraftsModel, draftOf } from '../src/models/drafts.ts'
import { anna } from './kit/anna.ts'
import { connectionDouble, ellen, ellensWords } from './kit/desk-double.ts'
import { memoryKeep, openInbox } from './kit/open-inbox.tsx'

const now = 1_800_000_000_000
afterEach(cleanup)

it('keeps what two tabs write in two conversations', () => {
  const keep = memoryKeep()
  const { connection } = connectionDouble()
  const [one, other] = [new DraftsModel(keep, connection), new DraftsModel(keep, connection)]
  one.write('ellen', 'message', 'The zip')
  other.write('omar', 'message', 'The bowl')
  const { value } = new DraftsModel(keep, connection).drafts
  expect([draftOf(value, 'ellen', 'message'), draftOf(value, 'omar', 'message')]).toEqual(['The zip', 'The bowl'])
})

it('shows after a reload what the relay refused for good, with the reason', async () => {
  const keep = memoryKeep()
  const conversations = [ellen(now, { status: 'assigned', operatorId: anna.id })]
  const given = { now, conversations, items: [ellensWords(now)], at: '#conversations/ellen', keep }
  const { user, desk, view } = await openInbox({
    ...given,
    replies: { 'message:send': { ok: false, refusal: 'conversation-closed' } },
  })
  await user.type(await screen.findByRole('textbox', { name: /^Reply to/ }), 'Send it back to us{Enter}')
  await screen.findByText(/This conversation is closed/)
  view.unmount()
  desk[Symbol.dispose]()
  await openInbox(given)
  await screen.findByText('Send it back to us')
  await screen.findByText(/This conversation is closed/)
})

it('forgets with a conversation that is erased what was refused in it', async () => {
  const keep = memoryKeep()
  const letter = { id: 'm9', conversationId: 'ellen', kind: 'message', at: now, text: 'Hers', refusal: 'forbidden' }
  keep.write('refused', JSON.stringify([letter]))
  const { relay } = await openInbox({ now, keep })
  relay.tell('conversation:erased', { conversationId: 'ellen' })
  expect(keep.read('refused')).toBeUndefined()
})
