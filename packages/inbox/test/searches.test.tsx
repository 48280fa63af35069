import type { SearchGroup } from '@deskbell/protocol'
import { act, screen, waitFor, within } from '@testing-library/preact'
import type { UserEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { boris } from './kit/anna.ts'
import { customs, faqRoutes, giftCards, lateMoney, published, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const rare: SearchGroup = { ...giftCards, query: 'tax at the border', alike: [], count: 3, near: 'customs' }
const german: SearchGroup = { ...giftCards, locale: 'de', query: 'geld zurueck', alike: [], count: 2, near: 'refund' }
const unhelpful: SearchGroup = { ...rare, kind: 'unhelpful', query: 'refund late', count: 5, entryId: 'refund' }
const everything = [giftCards, unhelpful, rare, german]
const dismissed = { locale: 'en', queries: ['gift card balance', 'giftcard balance'] }

function open(more: Partial<Parameters<typeof openInbox>[0]> = {}) {
  const routes = faqRoutes({ groups: everything, wordings: [lateMoney] })
  return openInbox({ now: Date.now(), at: '#searches', routes, ...more })
}

/** The dialog with its search made empty, so that all entries are listed. */
async function clearedDialog(user: UserEvent, words: string) {
  await user.click(await screen.findByRole('button', { name: new RegExp(`^Add to an entry: “${words}”`) }))
  const dialog = within(screen.getByRole('dialog', { name: `Which entry answers “${words}”?` }))
  const search = dialog.getByRole<HTMLInputElement>('combobox')
  await waitFor(() => expect(search.value).toBe(words))
  expect(document.activeElement).toBe(search)
  await user.clear(search)
  await dialog.findAllByRole('option')
  return dialog
}

const rowOf = (words: string) => within(screen.getByRole('row', { name: new RegExp(words) }))

it('lists what found nothing, the most frequent first, with its language and what is nearest', async () => {
  await open()
  const table = within(await screen.findByRole('table', { name: 'Found nothing' }))
  const rows = table.getAllByRole('row').slice(1)
  expect(rows.map((row) => row.querySelector('b')?.textContent)).toEqual([
    'gift card balance',
    'tax at the border',
    'geld zurueck',
  ])
  const [first] = rows
  expect(first?.textContent).toContain('28')
  expect(first?.textContent).toContain('giftcard balance')
  expect(first?.textContent).toContain('Nov 20')
  expect(first?.textContent).toContain('none near')
  expect(rowOf('tax at the border').getByRole('link', { name: 'Do I pay customs duties?' })).toBeTruthy()
  expect(rowOf('geld zurueck').getByText('not in Deutsch')).toBeTruthy()
})

it('lists apart the entries that did not help', async () => {
  const { user } = await open()
  const table = within(await screen.findByRole('table', { name: 'Found an entry that did not help' }))
  await user.click(table.getByRole('button', { name: /^Improve it/ }))
  const question = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Question' })
  expect(question.value).toBe('When is my refund there?')
})

it('makes an entry of a search, which leaves the list once it is saved', async () => {
  const { user, asked, routes, router } = await open()
  await user.click(await screen.findByRole('button', { name: /^Write entry for “gift card balance”/ }))
  const question = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Question' })
  expect(question.value).toBe('gift card balance')
  const { entryId = '' } = router.place.value as { entryId?: string }
  routes[`PUT /api/entries/${entryId}`] = (body) => ({ body })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Answer' })))
  await user.keyboard('Log in and look under Gift cards.')
  await user.click(screen.getByRole('button', { name: 'Publish' }))
  await screen.findByText('Saved. Visitors find it from now on.')
  expect(sentTo(asked, 'POST', '/api/searches/dismiss')).toEqual(dismissed)
  await user.click(screen.getByRole('link', { name: /Searched, not found/ }))
  await screen.findByRole('table', { name: 'Found nothing' })
  expect(screen.queryByText('gift card balance')).toBeNull()
})

it('adds the words of a search to an entry as a keyword, in two clicks', async () => {
  const { user, asked } = await open()
  const dialog = await clearedDialog(user, 'tax at the border')
  await user.keyboard('customs duties')
  expect(dialog.getByRole('option').textContent).toMatch(/customs duties/)
  await user.click(dialog.getByRole('button', { name: 'Add as keyword' }))
  expect(await screen.findByText('“tax at the border” finds “Do I pay customs duties?” from now on.')).toBeTruthy()
  const put = sentTo(asked, 'PUT', '/api/entries/customs') as typeof customs
  expect(put.translations.en?.keywords).toEqual(['tax at the border'])
  expect(put.translations.de).toEqual(customs.translations.de)
  expect(screen.queryByText('tax at the border')).toBeNull()
})

it('adds the words of a search as a wording, with the arrow keys', async () => {
  const { user, asked } = await open()
  const dialog = await clearedDialog(user, 'gift card balance')
  await user.keyboard('{ArrowDown}')
  await user.click(dialog.getByRole('button', { name: 'Add as wording' }))
  await screen.findByText(/finds “When is my refund there\?” from now on/)
  const given = { entryId: 'refund', locale: 'en', wording: 'gift card balance' }
  expect(sentTo(asked, 'PUT', '/api/wordings')).toEqual(given)
  expect(sentTo(asked, 'POST', '/api/searches/dismiss')).toEqual(dismissed)
})

it('begins a translation where the entry is not written in the language of the search', async () => {
  const { user, routes } = await open()
  const entries = [published(refund, 'de')]
  routes['GET /api/entries'] = { body: { locale: 'de', fallbacks: ['en'], entries, isWhole: true } }
  const dialog = await clearedDialog(user, 'geld zurueck')
  expect((await dialog.findByRole('option')).textContent).toContain('only in English')
  await user.click(dialog.getByRole('button', { name: 'Write it in Deutsch' }))
  const tab = await screen.findByRole('tab', { name: /Deutsch/ })
  expect(tab.getAttribute('aria-selected')).toBe('true')
  expect(screen.getByRole('button', { name: 'Remove geld zurueck' })).toBeTruthy()
})

it('says a refusal in words and keeps the search', async () => {
  const { user, routes } = await open()
  routes['PUT /api/wordings'] = { status: 400, body: { refusal: 'malformed' } }
  const dialog = await clearedDialog(user, 'gift card balance')
  await user.click(dialog.getByRole('button', { name: 'Add as wording' }))
  expect(await screen.findByText('We could not read that. Please try again.')).toBeTruthy()
  expect(screen.getByText('gift card balance')).toBeTruthy()
})

it('leaves a search out, and takes that back', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { user, asked } = await open()
  const leaveOut = () => screen.findByRole('button', { name: 'Leave out “gift card balance”' })
  await user.click(await leaveOut())
  expect(screen.queryByText('gift card balance')).toBeNull()
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Write entry'))
  await user.click(screen.getByRole('button', { name: /Undo/ }))
  await user.click(await leaveOut())
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  expect(asked.filter(({ path }) => path === '/api/searches/dismiss')).toHaveLength(1)
  expect(sentTo(asked, 'POST', '/api/searches/dismiss')).toEqual(dismissed)
})

it('says that everything was found, and what is kept', async () => {
  await open({ routes: faqRoutes() })
  expect(await screen.findByText('Everything searched was found.')).toBeTruthy()
})

it('says that the relay does not answer, and asks it again', async () => {
  const { user, routes } = await open({ routes: { ...faqRoutes(), 'GET /api/searches': 'unreachable' } })
  const again = await screen.findByRole('button', { name: 'Try again' })
  routes['GET /api/searches'] = { body: { groups: [giftCards] } }
  await user.click(again)
  expect(await screen.findByText('gift card balance')).toBeTruthy()
})

it('lets operators read the searches and the wordings, and change neither', async () => {
  const { user } = await open({ self: boris })
  await screen.findByText('gift card balance')
  expect(screen.queryByRole('button', { name: /Write entry|Add to|Leave out/ })).toBeNull()
  await user.click(screen.getByRole('link', { name: /Learned wordings/ }))
  await screen.findByText('where is my money')
  expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull()
})

it('lists the learned wordings by entry and takes one away', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { user, asked } = await open({ at: '#learned' })
  const list = within(await screen.findByRole('list', { name: 'When is my refund there?' }))
  expect(list.getByText('12 times')).toBeTruthy()
  await user.click(list.getByRole('button', { name: 'Remove “where is my money”' }))
  expect(screen.getByText('Nothing is learned yet. The list fills as visitors say that an entry helped.')).toBeTruthy()
  await act(async () => void (await vi.advanceTimersByTimeAsync(10_000)))
  const removed = { entryId: 'refund', locale: 'en', wording: 'where is my money' }
  expect(sentTo(asked, 'DELETE', '/api/wordings')).toEqual(removed)
})
