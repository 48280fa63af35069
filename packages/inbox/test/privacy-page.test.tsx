import { render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PrivacyPage } from '../src/pages/privacy-page.tsx'
import { anna } from './kit/anna.ts'
import { ellen } from './kit/desk-double.ts'
import { t } from './kit/english.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, relayDouble, sentTo } from './kit/relay-double.ts'

const now = Date.now()

function open(routes: Routes = {}) {
  const relay = relayDouble({
    'GET /api/privacy': { body: { retentionDays: 365 } },
    'PUT /api/privacy': (body) => ({ body }),
    'GET /api/identity-secret': { body: { secret: 'the-first-secret' } },
    'POST /api/identity-secret': { body: { secret: 'the-second-secret' } },
    ...routes,
  })
  render(<PrivacyPage http={relay.http} t={t} />)
  return { ...relay, user: userEvent.setup() }
}
const days = () => screen.findByLabelText<HTMLInputElement>('Erase conversations after')

it('saves how long conversations are kept', async () => {
  const { user, asked } = open()
  await user.clear(await days())
  await user.type(await days(), '400')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/privacy')).toEqual({ retentionDays: 400 })
})

it('asks before fewer days erase what is older, and says where that failed', async () => {
  const { user, asked, routes } = open({ 'PUT /api/privacy': 'unreachable' })
  await user.clear(await days())
  await user.type(await days(), '90')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const question = within(screen.getByRole('dialog', { name: 'Keep conversations for 90 days only?' }))
  await user.click(question.getByRole('button', { name: 'Cancel' }))
  expect(sentTo(asked, 'PUT', '/api/privacy')).toBeUndefined()
  expect((await days()).value).toBe('90')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const again = within(screen.getByRole('dialog'))
  await user.click(again.getByRole('button', { name: 'Save, and erase older ones' }))
  expect(await again.findByText(/^The relay does not answer/)).toBeTruthy()
  routes['PUT /api/privacy'] = (body) => ({ body })
  await user.click(again.getByRole('button', { name: 'Save, and erase older ones' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/privacy')).toEqual({ retentionDays: 90 })
})

it('says what a number of days may be', async () => {
  const { user, asked } = open()
  await user.clear(await days())
  await user.type(await days(), '0')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect((await days()).getAttribute('aria-invalid')).toBe('true')
  expect(sentTo(asked, 'PUT', '/api/privacy')).toBeUndefined()
})

it('shows the secret to an owner who asks, with lines to copy, and makes another', async () => {
  const { user, asked } = open()
  await user.click(await screen.findByRole('button', { name: 'Show the secret' }))
  expect(await screen.findByText('the-first-secret')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copy the secret' }))
  expect(screen.getByText(/Deskbell\('identify'/)).toBeTruthy()
  for (const language of ['Node', 'PHP', 'Python'])
    expect(screen.getByRole('button', { name: `Copy the line for ${language}` })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Make a new one…' }))
  const question = within(screen.getByRole('dialog', { name: 'Make a new secret?' }))
  expect(asked.some(({ method }) => method === 'POST')).toBe(false)
  await user.click(question.getByRole('button', { name: 'Make a new one' }))
  expect(await screen.findByText('the-second-secret')).toBeTruthy()
  expect(screen.queryByText('the-first-secret')).toBeNull()
  expect(screen.getByText('This is the new secret. The old one is worth nothing now.')).toBeTruthy()
})

it('offers another try where the relay is away', async () => {
  const { user, routes } = open({ 'GET /api/privacy': 'unreachable' })
  const again = await screen.findByRole('button', { name: 'Try again' })
  routes['GET /api/privacy'] = { body: { retentionDays: 30 } }
  await user.click(again)
  expect((await days()).value).toBe('30')
})

const own = () => {
  const { position: _place, ...assigned } = ellen(now, { status: 'assigned', operatorId: anna.id, verifiedId: '4711' })
  return assigned
}
const card = () => within(screen.getByRole('complementary', { name: 'About Ellen' }))

it('says whom the shop vouches for, and what went before', async () => {
  const earlier = [{ id: 'older', status: 'closed' as const, askedAt: now - 86_400_000, text: 'A zip, once more' }]
  await openInbox({ now, conversations: [own()], earlier, at: '#conversations/ellen' })
  expect(card().getByText('4711')).toBeTruthy()
  expect(card().getByText('vouched for by the shop')).toBeTruthy()
  const link = await screen.findByRole('link', { name: 'A zip, once more' })
  expect(link.getAttribute('href')).toBe('#conversations/older')
})

it('gives all that is kept of a visitor', async () => {
  await openInbox({ now, conversations: [own()], at: '#conversations/ellen' })
  const file = card().getByRole('link', { name: 'Export' })
  expect(file.getAttribute('href')).toBe('../api/visitors/ellen')
})

it('erases a visitor after asking once, and not where the way out is taken', async () => {
  const routes = { 'DELETE /api/visitors/ellen': { body: { conversations: 2, isJournalEmpty: true } } }
  const { user, asked, router } = await openInbox({ now, conversations: [own()], at: '#conversations/ellen', routes })
  const ask = () => user.click(card().getByRole('button', { name: 'Erase…' }))
  const question = () => within(screen.getByRole('dialog', { name: 'Erase everything about Ellen?' }))
  await ask()
  await user.click(question().getByRole('button', { name: 'Cancel' }))
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  await ask()
  expect(question().getByText(/can’t be undone/)).toBeTruthy()
  await user.click(question().getByRole('button', { name: 'Erase for good' }))
  expect(await screen.findByText('Everything about Ellen is erased.')).toBeTruthy()
  expect(router.place.value).toEqual({ page: 'conversations' })
})

it('says why a visitor was not erased', async () => {
  const routes = { 'DELETE /api/visitors/ellen': { status: 503, body: { refusal: 'storage-failed' } } }
  const { user } = await openInbox({ now, conversations: [own()], at: '#conversations/ellen', routes })
  await user.click(card().getByRole('button', { name: 'Erase…' }))
  await user.click(screen.getByRole('button', { name: 'Erase for good' }))
  expect((await screen.findAllByRole('alert')).map((alert) => alert.textContent).join('')).not.toBe('')
  expect(screen.getByRole('dialog', { name: 'Erase everything about Ellen?' })).toBeTruthy()
})
