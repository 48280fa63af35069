import type { EntryChange, EntryVersion } from '@deskbell/protocol'
import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { faqRoutes, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const at = Date.UTC(2026, 10, 24, 9)
const saved: EntryChange = {
  ...{ id: 7, at, operatorId: anna.id, kind: 'saved', entries: 1 },
  ...{ entryId: 'refund', question: 'When is my refund there?', isStanding: true },
}
const imported: EntryChange = {
  ...{ id: 3, at, operatorId: 'gone', kind: 'imported', entries: 12 },
  ...{ entryId: 'x', question: 'Where is it?', isStanding: false },
}

function openChanges(changes: readonly EntryChange[], self = anna) {
  const routes = {
    ...faqRoutes(),
    'GET /api/entry-changes': { body: { changes, hasMore: false } },
    'POST /api/entry-changes/7/undo': { body: { undone: 1, kept: 2 } },
  }
  return openInbox({ now: at, at: '#changes', routes, self })
}

it('lists who did what to which entries, and takes back what still stands', async () => {
  const { user, asked } = await openChanges([saved, imported])
  const lines = within(await screen.findByRole('main')).findAllByRole('listitem')
  const [first, second] = (await lines).map(({ textContent }) => textContent)
  expect(first).toContain('Anna saved an entryWhen is my refund there?')
  expect(second).toContain('Somebody imported 12 entriesWhere is it? and 11 others')
  await user.click(screen.getByRole('button', { name: /^Take back/ }))
  const outcome = 'Taken back, but 2 entries stay as they are: they were changed since.'
  expect(await screen.findByText(outcome)).toBeTruthy()
  expect(asked.filter(({ path }) => path === '/api/all-entries')).toHaveLength(2)
})

it('is for owners', async () => {
  await openChanges([saved], boris)
  expect(await screen.findByRole('heading', { name: /owner/i })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Changes' })).toBeNull()
})

const before = { question: 'When is my refund there?', answer: 'Within nine days.' }
const history: EntryVersion[] = [
  { changeId: 7, by: { at, operatorId: anna.id, kind: 'saved' }, words: refund.translations.en ?? before },
  { changeId: 2, words: before },
]

async function openHistory() {
  const opened = await openInbox({
    ...{ now: at, at: '#entries/refund' },
    routes: { ...faqRoutes(), 'GET /api/entries/refund/versions': { body: { versions: history } } },
  })
  await opened.user.click(await screen.findByText('History'))
  await screen.findByText('As it was when the history began')
  return opened
}

it('shows what each version changed, and restores an earlier one as a new one', async () => {
  const { user, asked } = await openHistory()
  const words = (tag: string) => [...document.querySelectorAll(tag)].map(({ textContent }) => textContent)
  expect(words('del')).toContain('nine')
  expect(words('ins')).toContain('five')
  await user.click(screen.getByRole('button', { name: 'Restore' }))
  await expect
    .poll(() => sentTo(asked, 'PUT', '/api/entries/refund'))
    .toEqual({ ...refund, translations: { en: before } })
  expect(await screen.findByText('Saved. Visitors find it from now on.')).toBeTruthy()
})

it('restores into what is being written, without saving that', async () => {
  const { user, asked } = await openHistory()
  await user.type(screen.getByLabelText('Question'), '!')
  await user.click(screen.getByRole('button', { name: 'Restore' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Answer').value).toBe('Within nine days.')
  expect(screen.getByText('Not saved. Your changes are kept on this device.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toBeUndefined()
})
