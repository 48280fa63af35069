import { cleanup, render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { EntriesPage } from '../src/entries/entries-page.tsx'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'

afterEach(cleanup)

const answer = 'Soon.'
const entries = [
  {
    id: 'customs',
    category: 'delivery',
    translations: { en: { question: 'Do I pay customs duties?', answer }, de: { question: 'Zahle ich Zoll?', answer } },
  },
  { id: 'refund', category: 'returns', translations: { en: { question: 'When is my refund there?', answer } } },
]
const published = (locale: string) => ({
  locale,
  fallbacks: [],
  entries: [
    { id: 'refund', locale: 'en', question: 'When is my refund there?', keywords: ['money back'], answer: tree },
  ],
})
const tree = [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Within five days.' }] }]

function open({ isOwner = true, list = entries }: { isOwner?: boolean; list?: unknown[] } = {}) {
  const relay = relayDouble({
    'GET /api/all-entries': { body: { entries: list } },
    'GET /api/settings': { body: { locale: 'en' } },
    'GET /api/entries': { body: published('de') },
    'POST /api/entries/import': { body: { added: 3, changed: 2, unchanged: 55 } },
  })
  render(<EntriesPage http={relay.http} t={t} isOwner={isOwner} />)
  return { ...relay, user: userEvent.setup() }
}

const question = (name: RegExp) => screen.queryByRole('button', { name })

it('begins with how many there are and where the most is missing', async () => {
  open()
  expect(await screen.findByText('2 questions in 2 languages. Deutsch has the widest gap: 1 missing.')).toBeTruthy()
})

it('finds a question by words that are not spelled right', async () => {
  const { user } = open()
  await user.type(await screen.findByRole('searchbox'), 'custms duty')
  expect(question(/customs duties/)).toBeTruthy()
  expect(question(/refund/)).toBeNull()
  expect(screen.getByText('1 entry')).toBeTruthy()
})

it('lists one category alone', async () => {
  const { user } = open()
  const menu = await screen.findByRole('navigation', { name: 'Categories' })
  await user.click(await within(menu).findByRole('button', { name: /returns/ }))
  expect(question(/refund/)).toBeTruthy()
  expect(question(/customs/)).toBeNull()
})

it('reads an entry as visitors of a language do, and says where it falls back', async () => {
  const { user } = open()
  await user.selectOptions(await screen.findByLabelText('Language'), 'de')
  await user.click(await screen.findByRole('button', { name: /refund/ }))
  expect(await screen.findByText('Within five days.')).toBeTruthy()
  expect(screen.getByText('There are no words in Deutsch yet. Visitors read this in English.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('searchbox')).toBeTruthy()
})

it('imports a file and says what came of it', async () => {
  const { user, asked } = open()
  await user.click(await screen.findByRole('button', { name: 'Import from JSON' }))
  await user.upload(screen.getByLabelText('Choose a file'), new File([JSON.stringify(entries)], 'faq.json'))
  expect(await screen.findByText('faq.json: 3 added, 2 changed, 55 unchanged.')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toEqual({ entries })
})

it('names entry and field of a file that is wrong, and sends nothing', async () => {
  const { user, asked } = open()
  const wrong = [{ id: 'refund', translations: { de: { question: '', answer } } }]
  await user.click(await screen.findByRole('button', { name: 'Import from JSON' }))
  await user.upload(screen.getByLabelText('Choose a file'), new File([JSON.stringify(wrong)], 'faq.json'))
  expect(await screen.findByText('Entry 1 (refund), translations.de.question:')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toBeUndefined()
})

it('offers an owner without entries to bring some in', async () => {
  open({ list: [] })
  expect(await screen.findByRole('heading', { name: 'No entries yet' })).toBeTruthy()
  expect(screen.getByLabelText('Choose a file')).toBeTruthy()
})

it('lets operators read but not import', async () => {
  open({ isOwner: false })
  expect(await screen.findByRole('button', { name: /refund/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Import from JSON' })).toBeNull()
})
