import type { Entry } from '@deskbell/protocol'
import { cleanup, screen, within } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { boris } from './kit/anna.ts'
import { customs, faqRoutes, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

afterEach(cleanup)

function open({ isOwner = true, entries = [customs, refund] }: { isOwner?: boolean; entries?: Entry[] } = {}) {
  const imported = { 'POST /api/entries/import': { body: { added: 3, changed: 2, unchanged: 55 } } }
  const routes = { ...faqRoutes({ entries }), ...imported }
  return openInbox({ now: Date.now(), at: '#entries', routes, ...(!isOwner && { self: boris }) })
}

const question = (name: RegExp) => screen.queryByRole('link', { name })

it('begins with how many there are and where the most is missing', async () => {
  await open()
  expect(await screen.findByText('2 questions in 2 languages. Deutsch has the widest gap: 1 missing.')).toBeTruthy()
})

it('finds a question by words that are not spelled right', async () => {
  const { user } = await open()
  await user.type(await screen.findByRole('searchbox'), 'custms duty')
  expect(question(/customs duties/)).toBeTruthy()
  expect(question(/refund/)).toBeNull()
  expect(screen.getByText('1 entry')).toBeTruthy()
})

it('lists one category alone', async () => {
  const { user } = await open()
  const menu = await screen.findByRole('navigation', { name: 'Entries' })
  await user.click(await within(menu).findByRole('button', { name: /returns/ }))
  expect(question(/refund/)).toBeTruthy()
  expect(question(/customs/)).toBeNull()
})

it('lets operators read an entry as visitors of a language do, and says where it falls back', async () => {
  const { user } = await open({ isOwner: false })
  await user.selectOptions(await screen.findByLabelText('Language'), 'de')
  await user.click(await screen.findByRole('link', { name: /refund/ }))
  expect(await screen.findByText('Within five days.')).toBeTruthy()
  expect(screen.getByText('There are no words in Deutsch yet. Visitors read this in English.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('searchbox')).toBeTruthy()
})

it('imports a file and says what came of it', async () => {
  const { user, asked } = await open()
  await user.click(await screen.findByRole('button', { name: 'Import from JSON' }))
  await user.upload(screen.getByLabelText('Choose a file'), new File([JSON.stringify([customs])], 'faq.json'))
  expect(await screen.findByText('faq.json: 3 added, 2 changed, 55 unchanged.')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toEqual({ entries: [customs] })
})

it('names entry and field of a file that is wrong, and sends nothing', async () => {
  const { user, asked } = await open()
  const wrong = [{ id: 'refund', translations: { de: { question: '', answer: 'Soon.' } } }]
  await user.click(await screen.findByRole('button', { name: 'Import from JSON' }))
  await user.upload(screen.getByLabelText('Choose a file'), new File([JSON.stringify(wrong)], 'faq.json'))
  expect(await screen.findByText('Entry 1 (refund), translations.de.question:')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toBeUndefined()
})

it('offers an owner without entries to write one or to bring some in', async () => {
  await open({ entries: [] })
  expect(await screen.findByRole('heading', { name: 'No entries yet' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'New entry' })).toBeTruthy()
  expect(screen.getByLabelText('Choose a file')).toBeTruthy()
})

it('lets operators read but not write or import', async () => {
  await open({ isOwner: false })
  expect(await screen.findByRole('link', { name: /refund/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New entry' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Import from JSON' })).toBeNull()
})
