import type { Entry } from '@deskbell/protocol'
import { screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { boris } from './kit/anna.ts'
import { customs, faqRoutes, giftCards, refund } from './kit/faq-routes.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'

const { id: _id, ...refundWords } = refund
const drafted: Entry = { id: 'refund', translations: {}, draft: refundWords }
const newer = {
  category: 'returns',
  translations: { en: { question: 'Where is my money?', answer: 'On its way.', keywords: ['money back'] } },
}
const changed: Entry = { ...refund, draft: newer }

function open(at: string, entries: Entry[], { routes = {}, self }: { routes?: Routes; self?: typeof boris } = {}) {
  const all = { ...faqRoutes({ entries, groups: [giftCards] }), ...routes }
  return openInbox({ now: Date.now(), at, routes: all, keep: memoryKeep(), ...(self && { self }) })
}

const question = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Question' })
const button = (name: string) => screen.getByRole('button', { name })

it('saves what is written as a draft beside what visitors read', async () => {
  const { user, asked } = await open('#entries/refund', [customs, refund])
  await user.type(await question(), ' Soon?')
  await user.click(button('Save as draft'))
  expect(await screen.findByText('Draft saved. Visitors do not see it yet.')).toBeTruthy()
  expect(screen.getByText(/visitors still read what was published before/)).toBeTruthy()
  const { en } = refund.translations
  const draft = { ...refundWords, translations: { en: { ...en, question: 'When is my refund there? Soon?' } } }
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toEqual({ ...refund, draft })
})

it('saves a new entry without an answer as a draft, keeps its search, and asks for the answer to publish it', async () => {
  const { user, asked, routes, router } = await open('#searches', [customs])
  await user.click(await screen.findByRole('button', { name: 'Write entry for “gift card balance”' }))
  await question()
  const place = router.place.value
  const id = 'entryId' in place ? place.entryId : undefined
  routes[`PUT /api/entries/${id}`] = (body) => ({ body })
  await user.click(button('Save as draft'))
  expect(await screen.findByText('A draft: visitors do not see it.')).toBeTruthy()
  const draft = { translations: { en: { question: 'gift card balance', answer: '' } } }
  expect(sentTo(asked, 'PUT', `/api/entries/${id}`)).toEqual({ id, translations: {}, draft })
  await user.click(button('Publish'))
  expect(screen.getByText('Write the answer.')).toBeTruthy()
  expect(asked.some(({ path }) => path === '/api/searches/dismiss')).toBe(false)
  await user.type(screen.getByRole('textbox', { name: 'Answer' }), 'On the card.')
  await user.click(button('Publish'))
  expect(await screen.findByText('Saved. Visitors find it from now on.')).toBeTruthy()
  await waitFor(() => expect(asked.some(({ path }) => path === '/api/searches/dismiss')).toBe(true))
})

it('shows a draft to be written on and publishes it, unchanged, with the way back', async () => {
  const { user, asked } = await open('#entries/refund', [customs, changed])
  expect((await question()).value).toBe('Where is my money?')
  await user.click(button('Publish'))
  await screen.findByText('“Where is my money?” published.')
  // What is found from now on leaves the list of what was searched in vain.
  await waitFor(() => expect(asked.filter(({ path }) => path.startsWith('/api/searches'))).toHaveLength(2))
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toEqual({ id: 'refund', ...newer })
  await user.click(button('Undo'))
  expect(await screen.findByText(/visitors still read what was published before/)).toBeTruthy()
  expect(asked.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual(changed)
})

it('takes an entry from visitors and gives it back', async () => {
  const { user, asked } = await open('#entries/refund', [customs, refund])
  await question()
  await user.click(button('Unpublish'))
  expect(await screen.findByText('A draft: visitors do not see it.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toEqual(drafted)
  expect(screen.queryByRole('button', { name: 'Unpublish' })).toBeNull()
  await user.click(button('Undo'))
  await waitFor(() => expect(screen.queryByText('A draft: visitors do not see it.')).toBeNull())
  expect(asked.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual(refund)
})

it('goes back from a newer draft to what visitors read', async () => {
  const { user, asked } = await open('#entries/refund', [customs, changed])
  await question()
  await user.click(button('Discard the draft'))
  await waitFor(async () => expect((await question()).value).toBe('When is my refund there?'))
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toEqual(refund)
})

it('keeps what is written where a colleague has saved another draft meanwhile', async () => {
  const { user, routes } = await open('#entries/refund', [customs, drafted])
  await user.type(await question(), ' Soon?')
  const theirs = { ...drafted, draft: newer }
  const taken = routes['PUT /api/entries/refund']
  Object.assign(routes, faqRoutes({ entries: [customs, theirs] }))
  routes['PUT /api/entries/refund'] = { status: 409, body: { refusal: 'changed-meanwhile' } }
  await user.click(button('Save as draft'))
  expect(await screen.findByRole('button', { name: 'Publish mine anyway' })).toBeTruthy()
  if (taken) routes['PUT /api/entries/refund'] = taken
  await user.click(button('Take what is saved'))
  expect((await question()).value).toBe('Where is my money?')
})

it('says in the list what is a draft, and lists those alone', async () => {
  const { user } = await open('#entries', [customs, changed, { ...drafted, id: 'other' }])
  const names = () =>
    within(screen.getByRole('table'))
      .getAllByRole('link', { name: /\?/ })
      .map((one) => one.textContent)
  await screen.findByRole('table')
  const drafts = ['When is my refund there?newer draft', 'When is my refund there?draft']
  expect(names()).toEqual(['Do I pay customs duties?', ...drafts])
  await user.click(button('Drafts: 2'))
  expect(names()).toEqual(drafts)
})

it('lets operators read a draft, and what visitors read beside it', async () => {
  const { user } = await open('#entries/refund', [customs, changed], { self: boris })
  expect(await screen.findByRole('heading', { name: 'When is my refund there?' })).toBeTruthy()
  await user.click(button('Show the draft'))
  expect(screen.getByRole('heading', { name: 'Where is my money?' })).toBeTruthy()
  expect(screen.getByText(/visitors still read what was published before/)).toBeTruthy()
})

it('adds a keyword to an entry and to its draft', async () => {
  const { user, asked } = await open('#searches', [customs, changed])
  await user.click(await screen.findByRole('button', { name: 'Add to an entry: “gift card balance”' }))
  const dialog = within(screen.getByRole('dialog'))
  await user.type(dialog.getByRole('combobox'), 'refund')
  await dialog.findByRole('option', { name: /refund/ })
  await user.click(dialog.getByRole('button', { name: 'Add as keyword' }))
  await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true))
  const keywords = ['money back', 'gift card balance']
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toMatchObject({
    translations: { en: { keywords } },
    draft: { translations: { en: { keywords } } },
  })
})
