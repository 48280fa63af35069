import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, assignedAt: now - 60_000 })
const petr = ellen(now, { id: 'petr', name: 'Petr' })
const at = '#conversations/ellen'

it('gives the focus to the reply to whom N has taken, where another conversation was open', async () => {
  const taken = { ...petr, status: 'assigned', operatorId: anna.id, assignedAt: now }
  const replies = { 'conversation:take': { ok: true, value: taken } }
  const { user } = await openInbox({ now, at, conversations: [mine, petr], replies })
  await user.keyboard('n')
  const field = await screen.findByRole('textbox', { name: 'Reply to Petr' })
  await waitFor(() => expect(document.activeElement).toBe(field))
})

it('takes a key for the conversation that was stepped to, however soon it is pressed', async () => {
  const { relay } = await openInbox({ now, at, conversations: [mine, { ...mine, id: 'petr', name: 'Petr' }] })
  fireEvent.keyDown(document.body, { key: 'j' })
  fireEvent.keyDown(document.body, { key: 'e' })
  expect(requests(relay, 'conversation:close')).toEqual([{ conversationId: 'petr' }])
})

it('keeps the letters that were typed before what they search has come', async () => {
  const routes = {
    'GET /api/canned-replies': { body: { replies: [{ id: 'late', name: 'Late', texts: { en: 'Late.' } }] } },
  }
  const { user } = await openInbox({ now, at, conversations: [mine], routes })
  const { fetch } = globalThis
  let letCome = () => {}
  const come = new Promise<void>((resolve) => {
    letCome = resolve
  })
  vi.stubGlobal('fetch', (...given: Parameters<typeof fetch>) => come.then(() => fetch(...given)))
  await user.type(screen.getByRole('textbox', { name: /^Reply to/ }), '/')
  await user.keyboard('la')
  letCome()
  await screen.findByRole('option', { name: /Late/ })
  await user.keyboard('te')
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('late')
})
