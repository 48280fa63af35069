import type { OperatorItem } from '@deskbell/protocol'
import { screen, waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, ellensWords, requests } from './kit/desk-double.ts'
import { faqRoutes } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const now = Date.now()
const at = '#conversations/ellen'
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, assignedAt: now - 60_000, locale: 'de' })
const closed = { ...mine, status: 'closed', closedAt: now } as const
const question = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Question' })

function openSearched(self = anna) {
  const searches = [
    { query: 'zip broken', found: 0, at: now - 300_000 },
    { query: 'zip', found: 2, at: now - 200_000 },
  ]
  const page = { items: [ellensWords(now)], hasMore: false }
  const opened = { ok: true, value: { conversation: mine, before: { searches, entries: [] }, earlier: [], page } }
  const replies = { 'conversation:open': opened }
  return openInbox({ now, at, conversations: [mine], replies, routes: faqRoutes(), self })
}

function openClosed(items: readonly OperatorItem[], more: Partial<Parameters<typeof openInbox>[0]> = {}) {
  return openInbox({ now, at, conversations: [closed], items, routes: faqRoutes(), ...more })
}

it('makes an entry of what a visitor searched in vain, in their language, saving nothing by itself', async () => {
  const { user, asked } = await openSearched()
  expect(screen.getAllByRole('button', { name: /^Write entry/ })).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Write entry for “zip broken”' }))
  expect((await question()).value).toBe('zip broken')
  expect(screen.getByRole('tab', { selected: true }).textContent).toContain('Deutsch')
  expect(asked.filter(({ method }) => method === 'PUT')).toEqual([])
  expect(sentTo(asked, 'POST', '/api/entries/preview')).toBeUndefined()
})

it('makes an entry of a conversation that is closed, with the visitor’s first words as one line', async () => {
  const { user } = await openClosed([{ ...ellensWords(now), text: 'The zip\nis broken ' } as OperatorItem])
  await user.click(screen.getByRole('button', { name: 'Write entry' }))
  expect((await question()).value).toBe('The zip is broken')
})

it('asks for the beginning of a conversation too long to be on screen', async () => {
  const late: OperatorItem = { ...ellensWords(now), seq: 90, text: 'Thanks' } as OperatorItem
  const replies = { 'conversation:resume': { ok: true, value: { items: [ellensWords(now)], hasMore: true } } }
  const { user, relay } = await openClosed([late], { replies })
  await user.click(screen.getByRole('button', { name: 'Write entry' }))
  await waitFor(async () => expect((await question()).value).toBe('The zip is broken'))
  expect(requests(relay, 'conversation:resume')).toContainEqual({ conversationId: 'ellen', after: 0 })
})

it('offers that to owners alone', async () => {
  await openSearched(boris)
  expect(await screen.findByText(/nothing found/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Write entry/ })).toBeNull()
})
