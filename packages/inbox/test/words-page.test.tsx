import { cleanup, screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'
import { settings } from './kit/settings.ts'
import { tellLocales } from './kit/tell-locales.ts'

const topics = [{ id: 'delivery', name: 'Delivery' }]
const words = { en: { greeting: 'Ahoy.', topics: { delivery: 'Shipping' } }, de: { greeting: 'Moin.' } }

async function open(routes: Routes = {}) {
  const inbox = await openInbox({
    now: Date.now(),
    at: '#words',
    routes: {
      'GET /api/settings': { body: settings },
      'GET /api/words': { body: { words, topics } },
      'PUT /api/words': (body) => ({ body: { ...(body as object), topics } }),
      ...routes,
    },
  })
  await screen.findByLabelText('Language')
  return inbox
}
const greeting = () => screen.getByLabelText<HTMLInputElement>('Greeting')
const preview = () => within(screen.getByRole('img', { name: 'Preview of the widget' }))

it('saves words language by language, and shows them as visitors see them', async () => {
  const { user, asked } = await open()
  expect(greeting().value).toBe('Ahoy.')
  await user.selectOptions(screen.getByLabelText('Language'), 'fr')
  await user.type(greeting(), 'Bienvenue.')
  expect(await preview().findByText('Bienvenue.')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Language'), 'en')
  await user.clear(greeting())
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/words')).toEqual({
    words: { en: { topics: { delivery: 'Shipping' } }, de: { greeting: 'Moin.' }, fr: { greeting: 'Bienvenue.' } },
  })
})

it('names topics, and says what a language is missing and what visitors read instead', async () => {
  const { user } = await open()
  expect(screen.getByLabelText<HTMLInputElement>('Delivery').value).toBe('Shipping')
  await user.selectOptions(screen.getByLabelText('Language'), 'de')
  expect(screen.getByText(/^1 text of other languages is missing here/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Delivery').placeholder).toBe('Delivery')
  await user.type(screen.getByLabelText('Delivery'), 'Lieferung')
  expect(screen.getByText('Visitors read the words of their own language.')).toBeTruthy()
  expect(screen.getByRole('option', { name: /Deutsch.* 2 of 2$/ })).toBeTruthy()
})

it('leads to what is missing in the languages of the site', async () => {
  const { user, relay } = await open()
  expect(screen.queryByText(/^Missing in languages/)).toBeNull()
  await tellLocales(relay, 'en', 'de', 'pl')
  const others = within(screen.getByRole('group', { name: 'Other languages' }))
  expect(others.queryByRole('option', { name: /Polski/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Deutsch 1' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Polski 2' }))
  expect(screen.getByLabelText<HTMLSelectElement>('Language').value).toBe('pl')
  await user.type(greeting(), 'Cześć.')
  expect(screen.getByRole('button', { name: 'Polski 1' })).toBeTruthy()
})

it('leads to the language in which a text is too long', async () => {
  const { user, asked } = await open()
  await user.selectOptions(screen.getByLabelText('Language'), 'de')
  await user.type(screen.getByLabelText('On the button'), 'x'.repeat(25))
  await user.selectOptions(screen.getByLabelText('Language'), 'en')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByLabelText<HTMLSelectElement>('Language').value).toBe('de')
  expect(screen.getByLabelText('On the button').getAttribute('aria-invalid')).toBe('true')
  expect(sentTo(asked, 'PUT', '/api/words')).toBeUndefined()
})

it('keeps what is not saved over a reload, and gives it up on demand', async () => {
  const first = await open()
  await first.user.type(greeting(), '!')
  cleanup()
  const { user } = await open()
  expect(greeting().value).toBe('Ahoy.!')
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(greeting().value).toBe('Ahoy.')
  expect(sessionStorage.getItem('deskbell:draft:words')).toBeNull()
})
