import { act, cleanup, screen, waitFor, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { anna } from './kit/anna.ts'
import { customs, faqRoutes, lateMoney, refund } from './kit/faq-routes.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'

function open(
  at: string,
  { routes = {}, keep = memoryKeep() }: { routes?: Routes; keep?: ReturnType<typeof memoryKeep> } = {},
) {
  return openInbox({ now: Date.now(), at, routes: { ...faqRoutes({ wordings: [lateMoney] }), ...routes }, keep })
}

const question = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Question' })
const answer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' })
const save = () => screen.getByRole('button', { name: 'Publish' })

it('writes an answer and shows it as visitors will see it', async () => {
  const { user, asked } = await open('#entries/refund')
  await question()
  await user.clear(answer())
  await user.type(answer(), 'Within three days.')
  const preview = screen.getByRole('complementary', { name: 'What visitors see' })
  expect((await within(preview).findByText('Within three days.')).tagName).toBe('STRONG')
  await user.click(save())
  expect(await screen.findByText('Saved. Visitors find it from now on.')).toBeTruthy()
  const { en } = refund.translations
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toEqual({
    ...refund,
    translations: { en: { ...en, answer: 'Within three days.' } },
  })
})

it('asks for the preview once the writing rests, not with every letter', async () => {
  const { user, asked } = await open('#entries/refund')
  await question()
  await user.clear(answer())
  await user.type(answer(), 'Soon')
  await screen.findByText('Soon', { selector: 'strong' })
  const texts = asked.filter(({ path }) => path === '/api/entries/preview').map(({ body }) => body)
  expect(texts).not.toContainEqual({ markdown: 'So' })
})

it('begins a new entry, says beside the field what is missing, and saves it', async () => {
  const { user, asked, routes, router } = await open('#entries')
  await user.click(await screen.findByRole('button', { name: 'New entry' }))
  await waitFor(async () => expect(document.activeElement).toBe(await question()))
  const place = router.place.value
  const id = 'entryId' in place ? place.entryId : undefined
  routes[`PUT /api/entries/${id}`] = (body) => ({ body })
  await user.keyboard('Do you gift-wrap?{Enter}')
  expect(screen.getByText('Write the answer.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(answer()))
  await user.keyboard('Yes.{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Saved. Visitors find it from now on.')).toBeTruthy()
  const translations = { en: { question: 'Do you gift-wrap?', answer: 'Yes.' } }
  expect(sentTo(asked, 'PUT', `/api/entries/${id}`)).toEqual({ id, translations })
})

it('says in a missing language what visitors read instead, and begins with those words', async () => {
  const { user, asked } = await open('#entries/refund')
  const tab = await screen.findByRole('tab', { name: 'Deutsch missing' })
  screen.getByRole('tab', { name: 'English written' }).focus()
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(tab)
  expect(screen.getByText(/Missing. Visitors read this in English./)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Begin with the words in English' }))
  await user.clear(await question())
  await user.type(await question(), 'Wann ist mein Geld da?')
  await user.click(save())
  await screen.findByText('Saved. Visitors find it from now on.')
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toMatchObject({
    translations: { de: { question: 'Wann ist mein Geld da?', answer: 'Within five days.' } },
  })
})

it('writes a language of another direction from right to left', async () => {
  const { user } = await open('#entries/refund')
  await user.selectOptions(await screen.findByLabelText('Add a language'), 'ar')
  expect((await question()).dir).toBe('rtl')
  expect((await question()).lang).toBe('ar')
  expect(screen.getByRole('tab', { name: 'العربية missing' }).getAttribute('aria-selected')).toBe('true')
})

it('adds keywords by Enter and takes the last one back', async () => {
  const { user, asked } = await open('#entries/refund')
  await user.click(await screen.findByRole('textbox', { name: 'Also found by' }))
  await user.keyboard('{Backspace}pay back{Enter}credit, late money')
  await user.click(save())
  await screen.findByText('Saved. Visitors find it from now on.')
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toMatchObject({
    translations: { en: { keywords: ['pay back', 'credit', 'late money'] } },
  })
})

it('makes a new category', async () => {
  const { user, asked } = await open('#entries/refund')
  await user.selectOptions(await screen.findByLabelText('Category'), 'New category…')
  await user.type(screen.getByLabelText('New category'), 'payment')
  await user.click(save())
  await screen.findByText('Saved. Visitors find it from now on.')
  expect(sentTo(asked, 'PUT', '/api/entries/refund')).toMatchObject({ category: 'payment' })
})

it('keeps what is not saved on this device, and says so by a quiet line', async () => {
  const keep = memoryKeep()
  const { user } = await open('#entries/refund', { keep })
  await user.type(await question(), ' Soon?')
  expect(screen.getByText('Not saved. Your changes are kept on this device.')).toBeTruthy()
  cleanup()
  await open('#entries', { keep })
  expect(await screen.findByRole('link', { name: /refund there\? not saved/ })).toBeTruthy()
  cleanup()
  const again = await open('#entries/refund', { keep })
  expect((await question()).value).toBe('When is my refund there? Soon?')
  await again.user.click(screen.getByRole('button', { name: 'Discard' }))
  expect((await question()).value).toBe('When is my refund there?')
  expect(keep.names('entry-draft-')).toEqual([])
})

it('warns before it replaces what was changed elsewhere', async () => {
  const keep = memoryKeep()
  const { user } = await open('#entries/refund', { keep })
  await user.type(await question(), ' Soon?')
  cleanup()
  const changed = { ...refund, category: 'money' }
  await open('#entries/refund', { keep, routes: faqRoutes({ entries: [customs, changed] }) })
  await question()
  expect(screen.getByText(/This entry was changed elsewhere since you began/)).toBeTruthy()
})

it('saves over what a colleague saved meanwhile only where that is wanted', async () => {
  const { user, routes } = await open('#entries/refund')
  await user.type(await question(), ' Soon?')
  const theirs = { ...refund, category: 'money' }
  Object.assign(routes, faqRoutes({ entries: [customs, theirs] }))
  const taken = routes['PUT /api/entries/refund']
  routes['PUT /api/entries/refund'] = { status: 409, body: { refusal: 'changed-meanwhile' } }
  await user.click(save())
  expect(await screen.findByText(/This entry was changed elsewhere since you began/)).toBeTruthy()
  expect((await question()).value).toBe('When is my refund there? Soon?')
  if (taken) routes['PUT /api/entries/refund'] = taken
  await user.click(screen.getByRole('button', { name: 'Publish mine anyway' }))
  expect(await screen.findByText('Saved. Visitors find it from now on.')).toBeTruthy()
})

it('says who has saved it meanwhile, and when', async () => {
  const { user, routes } = await open('#entries/refund')
  await user.type(await question(), ' Soon?')
  const change = { id: 8, at: Date.now(), operatorId: anna.id, kind: 'drafted', entries: 1, isStanding: true }
  const changes = ['customs', 'refund'].map((entryId) => ({ ...change, entryId, question: '' }))
  Object.assign(routes, faqRoutes({ entries: [customs, { ...refund, category: 'money' }] }))
  routes['GET /api/entry-changes'] = { body: { changes, hasMore: false } }
  routes['PUT /api/entries/refund'] = { status: 409, body: { refusal: 'changed-meanwhile' } }
  await user.click(save())
  expect(await screen.findByText(/^Changed meanwhile: Anna, .*\d{1,2}:\d{2}.*Saving replaces that\.$/)).toBeTruthy()
})

it('takes what a colleague saved meanwhile', async () => {
  const { user, routes } = await open('#entries/refund')
  await user.type(await question(), ' Soon?')
  const theirs = { ...refund, translations: { en: { question: 'And my money?', answer: 'Soon.' } } }
  Object.assign(routes, faqRoutes({ entries: [customs, theirs] }))
  routes['PUT /api/entries/refund'] = { status: 409, body: { refusal: 'changed-meanwhile' } }
  await user.click(save())
  await user.click(await screen.findByRole('button', { name: 'Take what is saved' }))
  expect((await question()).value).toBe('And my money?')
})

it('keeps the text where the relay does not answer or refuses a field', async () => {
  const { user, routes } = await open('#entries/refund')
  routes['PUT /api/entries/refund'] = 'unreachable'
  await user.type(await question(), '!')
  await user.click(save())
  expect(await screen.findByText(/The relay does not answer. Your text is kept here/)).toBeTruthy()
  const body = { refusal: 'malformed', detail: 'translations.en.question' }
  routes['PUT /api/entries/refund'] = { status: 400, body }
  await user.click(save())
  await waitFor(async () => expect((await question()).getAttribute('aria-invalid')).toBe('true'))
})

it('deletes an entry, and takes that back for eight seconds', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { user, asked } = await open('#entries/refund')
  const deleted = () => asked.filter(({ method }) => method === 'DELETE')
  await user.click(await screen.findByRole('button', { name: 'Delete entry' }))
  expect(screen.queryByRole('link', { name: /refund/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /Undo/ }))
  expect(await screen.findByRole('link', { name: /refund/ })).toBeTruthy()
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(deleted()).toEqual([])
  await user.click(await screen.findByRole('link', { name: /refund/ }))
  await user.click(await screen.findByRole('button', { name: 'Delete entry' }))
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(deleted()).toMatchObject([{ path: '/api/entries/refund' }])
  expect(screen.queryByRole('link', { name: /refund/ })).toBeNull()
})

it('shows what visitors call the entry and how that is learned', async () => {
  await open('#entries/refund')
  const wordings = await screen.findByRole('list', { name: 'Learned wordings' })
  expect(within(wordings).getByText('where is my money')).toBeTruthy()
  expect(screen.getByText(/Nobody’s words are kept/)).toBeTruthy()
})
