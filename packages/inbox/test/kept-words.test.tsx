import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { DraftsModel, draftOf } from '../src/models/drafts.ts'
import { browserKeep } from '../src/models/kept.ts'
import { anna } from './kit/anna.ts'
import { connectionDouble, ellen, ellensWords } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = 1_800_000_000_000

it('goes on in every tab with what is written in one', () => {
  const keep = memoryKeep()
  const { connection } = connectionDouble()
  const tabs = [new DraftsModel(keep, connection), new DraftsModel(keep, connection)]
  tabs[0]?.write('ellen', 'message', 'The zip')
  tabs[1]?.write('omar', 'message', 'The bowl')
  tabs[1]?.write('ellen', 'message', 'The zip is new')
  for (const { drafts } of [...tabs, new DraftsModel(keep, connection)]) {
    const texts = ['ellen', 'omar'].map((id) => draftOf(drafts.value, id, 'message'))
    expect(texts).toEqual(['The zip is new', 'The bowl'])
  }
  tabs[0]?.write('ellen', 'message', '')
  expect(draftOf(tabs[1]?.drafts.value ?? {}, 'ellen', 'message')).toBe('')
})

it('puts back what was refused in front of what was written meanwhile', () => {
  const { connection } = connectionDouble()
  const drafts = new DraftsModel(memoryKeep(), connection)
  drafts.write('ellen', 'message', 'And the bowl?')
  drafts.putBack('ellen', 'message', { text: 'Send it back to us' })
  expect(draftOf(drafts.drafts.value, 'ellen', 'message')).toBe('Send it back to us\n\nAnd the bowl?')
})

it('keeps what a browser refuses to keep for as long as the page is open, and nothing of it longer than the browser has it', () => {
  const storage = { getItem: () => null, setItem: () => refuse(), removeItem: () => refuse() } as unknown as Storage
  const keep = browserKeep(storage, 'anna')
  keep.write('draft-message:ellen', 'The zip')
  expect([keep.read('draft-message:ellen'), keep.names('draft-')]).toEqual(['The zip', ['draft-message:ellen']])
  const kept = browserKeep(localStorage, 'anna')
  kept.write('letter-m1', '{}')
  browserKeep(localStorage, 'anna').write('letter-m1', undefined)
  expect([kept.read('letter-m1'), kept.names('letter-')]).toEqual([undefined, []])
})

function refuse(): never {
  throw new DOMException('full', 'QuotaExceededError')
}

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

it('leaves what was refused to be copied, put back or removed', async () => {
  const keep = memoryKeep()
  const conversations = [ellen(now, { status: 'assigned', operatorId: anna.id })]
  for (const id of ['r1', 'r2'])
    keep.write(
      `letter-${id}`,
      JSON.stringify({ id, conversationId: 'ellen', kind: 'message', at: now, text: `Of ${id}`, refusal: 'forbidden' }),
    )
  const { user } = await openInbox({ now, conversations, items: [ellensWords(now)], at: '#conversations/ellen', keep })
  const second = () => within(screen.getByText('Of r2').closest<HTMLElement>('.message') as HTMLElement)
  await screen.findByText('Of r2')
  await user.click(second().getByRole('button', { name: 'Copy' }))
  await second().findByRole('button', { name: 'Copied' })
  expect(await navigator.clipboard.readText()).toBe('Of r2')
  await user.click(second().getByRole('button', { name: 'Remove' }))
  expect(screen.queryByText('Of r2')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('log'))
  expect(document.activeElement).toBe(screen.getByRole('log'))
  await user.click(screen.getByRole('button', { name: 'Put it back into the field' }))
  expect(screen.getByRole('textbox', { name: /^Reply to/ })).toHaveProperty('value', 'Of r1')
  expect(keep.names('letter-')).toEqual([])
})

it('forgets with a conversation that is erased what was refused in it', async () => {
  const keep = memoryKeep()
  const letter = { id: 'm9', conversationId: 'ellen', kind: 'message', at: now, text: 'Hers', refusal: 'forbidden' }
  keep.write('letter-m9', JSON.stringify(letter))
  const { relay } = await openInbox({ now, keep })
  relay.tell('conversation:erased', { conversationId: 'ellen' })
  expect(keep.names('letter-')).toEqual([])
})
