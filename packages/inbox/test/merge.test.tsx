import type { OperatorConversation } from '@deskbell/protocol'
import { act, cleanup, screen, within } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
// What is fetched when it is first shown is there.
import '../src/conversations/merge-popover.tsx'

vi.setConfig({ testTimeout: 60_000 })
afterEach(cleanup)
const now = Date.now()
const at = '#conversations/ellen'
const { position: _place, ...nowhere } = ellen(now)
const mine: OperatorConversation = {
  ...{ ...nowhere, status: 'assigned', assignedAt: now, operatorId: anna.id, verifiedId: '4711' },
}
const asked = (id: string, reference: string, askedAt: number, verifiedId = '4711'): OperatorConversation => ({
  ...{ ...nowhere, id, reference, askedAt, verifiedId, status: 'pending' },
  preview: { from: 'visitor', text: `About ${reference}`, at: askedAt },
})
const bowl = asked('bowl', 'HC-BOWL2', now - 86_400_000)
const plate = asked('plate', 'HC-PLAT2', now - 3_600_000)
const bens = asked('bens', 'HC-BENS2', now - 3_600_000, '4712')
const closed = { ...plate, status: 'closed', closedAt: now, mergedInto: 'ellen' } as const

it('brings a question of the same visitor in by B, and takes it out with Z', async () => {
  const replies = {
    'conversation:merge': { ok: true, value: mine },
    'merge:undo': { ok: true, value: plate },
  }
  const { user, relay } = await openInbox({ now, at, conversations: [mine, bowl, plate, bens], replies })
  await user.keyboard('b')
  const dialog = within(await screen.findByRole('dialog', { name: 'Bring a question in here' }, { timeout: 20_000 }))
  const choices = dialog.getAllByRole('radio')
  expect(choices).toHaveLength(2)
  await user.click(dialog.getByRole('radio', { name: /HC-PLAT2 About HC-PLAT2/ }))
  await user.click(dialog.getByRole('button', { name: 'Bring HC-PLAT2 in' }))
  expect(requests(relay, 'conversation:merge')).toEqual([{ conversationId: 'ellen', from: 'plate' }])
  expect(await screen.findByText('HC-PLAT2 is part of this conversation now.')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('z')
  expect(requests(relay, 'merge:undo')).toEqual([{ conversationId: 'plate' }])
})

it('is offered on the card and in the palette only where there is something to bring in', async () => {
  const { relay, user } = await openInbox({ now, at, conversations: [mine, bens] })
  const card = within(screen.getByRole('complementary', { name: 'About Ellen' }))
  expect(card.queryByRole('button', { name: /Bring a question/ })).toBeNull()
  await user.keyboard('b')
  expect(screen.queryByRole('dialog')).toBeNull()
  await act(async () => relay.tell('conversations:changed', [bowl]))
  await user.click(card.getByRole('button', { name: 'Bring a question in here' }))
  expect(await screen.findByRole('dialog', { name: 'Bring a question in here' })).toBeTruthy()
  await user.keyboard('{Escape}')
  // What a colleague has is theirs to bring something into.
  await act(async () => relay.tell('conversations:changed', [{ ...mine, operatorId: boris.id }]))
  expect(card.queryByRole('button', { name: /Bring a question/ })).toBeNull()
})

it('leads from a question that was merged to where it goes on', async () => {
  await openInbox({ now, at: '#conversations/plate', conversations: [mine, closed] })
  const article = within(screen.getByRole('article'))
  expect(article.getByText('This question goes on in another conversation of the same visitor.')).toBeTruthy()
  article.getByRole('button', { name: 'Open' }).click()
  expect(location.hash).toBe(at)
})
