import type { FoundConversations } from '@deskbell/protocol'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, minute, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const {
  position: _none,
  promised: _neither,
  ...visitor
} = ellen(now, { operatorId: anna.id, isVisitorConnected: false })
const old = (id: string, name: string) => ({
  ...visitor,
  id,
  name,
  status: 'closed' as const,
  closedAt: now - 9 * minute,
})
const page = (more: Partial<FoundConversations> = {}): FoundConversations => ({
  found: [{ conversation: old('mara', 'Mara'), said: { seq: 3, text: 'The cobalt teapot drips' } }],
  isReading: false,
  ...more,
})
/** Page after page, the last one again and again. */
function answers(...pages: FoundConversations[]) {
  const left = [...pages]
  return { 'GET /api/conversations': () => ({ body: left.length > 1 ? left.shift() : left[0] }) }
}
const queries = (asked: readonly { path: string }[]) =>
  asked.flatMap(({ path }) => (path.startsWith('/api/conversations?') ? new URL(path, 'http://x').searchParams : []))
const field = () => screen.getByRole('searchbox', { name: 'Search conversations' })
/** All at once: letter by letter, a busy machine would look for the first ones. */
const write = (text: string) => act(() => void fireEvent.input(field(), { target: { value: text } }))
const found = () => within(screen.getByRole('region', { name: 'Found' }))

it('shows what was found in place of the lists, with the words marked, and the lists again', async () => {
  const routes = answers(page())
  const { asked, user } = await openInbox({ now, routes })
  await user.keyboard('/')
  await waitFor(() => expect(document.activeElement).toBe(field()))
  await write('cobalt')
  const row = await found().findByRole('link')
  expect(row.textContent).toContain('Mara')
  expect(row.querySelector('mark')?.textContent).toBe('cobalt')
  expect(queries(asked).map((query) => query.get('q'))).toEqual(['cobalt'])
  expect(screen.queryByRole('region', { name: 'Waiting' })).toBeNull()
  await user.keyboard('{Escape}')
  expect(screen.getByRole('region', { name: 'Waiting' })).toBeTruthy()
  expect(field()).toHaveProperty('value', '')
})

it('opens what was found, by keys too', async () => {
  const routes = answers(page())
  const { relay, user } = await openInbox({ now, routes, conversations: [old('mara', 'Mara')] })
  await write('cobalt')
  await found().findByRole('link')
  field().blur()
  await user.keyboard('j')
  await waitFor(() => expect(requests(relay, 'conversation:open')).toEqual([{ conversationId: 'mara' }]))
})

it('gives older ones at the end, each conversation once', async () => {
  const second = page({ found: [...page().found, { conversation: old('ben', 'Ben') }] })
  const routes = answers(page({ next: '41' }), second)
  const { asked, user } = await openInbox({ now, routes })
  await write('cobalt')
  await user.click(await found().findByRole('button', { name: 'Older ones' }))
  await waitFor(() => expect(found().getAllByRole('link')).toHaveLength(2))
  expect(queries(asked).at(-1)?.get('next')).toBe('41')
  expect(found().queryByRole('button', { name: 'Older ones' })).toBeNull()
})

it('asks on where a page is empty and not the last', async () => {
  const routes = answers(page({ found: [], next: '41' }), page({ found: [], next: '17' }), page())
  const { asked } = await openInbox({ now, routes })
  await write('cobalt')
  expect(await found().findByRole('link')).toBeTruthy()
  expect(queries(asked).map((query) => query.get('next'))).toEqual([null, '41', '17'])
  expect(queries(asked).map((query) => query.get('q'))).toEqual(['cobalt', 'cobalt', 'cobalt'])
  expect(found().queryByText(/No conversation has all of these words/)).toBeNull()
})

it('gives the way on where many pages in a row are empty', async () => {
  const { asked, user, routes } = await openInbox({ now, routes: answers(page({ found: [], next: '41' })) })
  await write('cobalt')
  const more = await found().findByRole('button', { name: 'Older ones' })
  expect(found().getByText('Not found in newer conversations.')).toBeTruthy()
  expect(queries(asked)).toHaveLength(25)
  let answer = (_reply: { body: FoundConversations }) => {}
  routes['GET /api/conversations'] = () =>
    new Promise((resolve) => {
      answer = resolve
    })
  await user.click(more)
  expect(found().getAllByText('Looking…')).toEqual([more])
  answer({ body: page() })
  expect(await found().findByRole('link')).toBeTruthy()
  expect(queries(asked)).toHaveLength(26)
})

it('looks on for the newest words alone, and says that it does', async () => {
  const empty = { body: page({ found: [], next: '41' }) }
  const { asked, user, routes } = await openInbox({ now })
  let answer = (_reply: typeof empty) => {}
  const late = new Promise<typeof empty>((resolve) => {
    answer = resolve
  })
  routes['GET /api/conversations'] = () => (queries(asked).length < 3 ? empty : late)
  await write('cobalt')
  await waitFor(() => expect(queries(asked)).toHaveLength(3))
  expect(found().getByRole('status').textContent).toBe('Looking…')
  routes['GET /api/conversations'] = () => ({ body: page({ found: [] }) })
  await user.type(field(), 's')
  answer(empty)
  expect(await found().findByText(/No conversation has all of these words/)).toBeTruthy()
  expect(queries(asked).map((query) => query.get('q'))).toEqual(['cobalt', 'cobalt', 'cobalt', 'cobalts'])
})

it('tries again where it failed', async () => {
  const { asked, user, routes } = await openInbox({ now, routes: answers(page({ next: '41' })) })
  await write('cobalt')
  await found().findByRole('link')
  routes['GET /api/conversations'] = () => ({ status: 500, body: { refusal: 'internal' } })
  await user.type(field(), 's')
  await user.click(await found().findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(queries(asked)).toHaveLength(3))
  expect(queries(asked).at(-1)?.get('next')).toBeNull()
})

it('lists all, of one operator, who may have left, and with one label if wanted', async () => {
  const routes = answers(page({ found: [{ conversation: old('mara', 'Mara') }] }))
  const { asked, user, relay } = await openInbox({ now, routes, team: [memberOf(anna), memberOf(boris)] })
  await act(async () => relay.tell('team:changed', [memberOf(anna)]))
  await user.click(screen.getByRole('button', { name: 'All conversations' }))
  const all = within(screen.getByRole('region', { name: 'All conversations' }))
  expect(await all.findByRole('link')).toBeTruthy()
  await user.selectOptions(all.getByRole('combobox', { name: 'Whose conversations' }), anna.name)
  await waitFor(() => expect(queries(asked).at(-1)?.get('operator')).toBe(anna.id))
  const former = within(all.getByRole('group', { name: 'Not on the team any more' }))
  await user.selectOptions(all.getByRole('combobox', { name: 'Whose conversations' }), former.getByRole('option'))
  await waitFor(() => expect(queries(asked).at(-1)?.get('operator')).toBe(boris.id))
  await user.selectOptions(all.getByRole('combobox', { name: 'With which label' }), 'Returns')
  await waitFor(() => expect(queries(asked).at(-1)?.get('label')).toBe('Returns'))
  expect(queries(asked).at(-1)?.get('operator')).toBe(boris.id)
  await user.click(all.getByRole('button', { name: 'Back to the lists' }))
  expect(screen.getByRole('region', { name: 'Waiting' })).toBeTruthy()
})

it('keeps to whole days where the operator is, and says what to do where they are turned round', async () => {
  const { asked } = await openInbox({ now, routes: answers(page()) })
  await write('cobalt')
  await found().findByRole('link')
  fireEvent.input(found().getByLabelText('From'), { target: { value: '2026-11-20' } })
  await waitFor(() => expect(queries(asked).at(-1)?.get('from')).toBe(String(new Date(2026, 10, 20).getTime())))
  fireEvent.input(found().getByLabelText('To'), { target: { value: '2026-11-20' } })
  await waitFor(() => expect(queries(asked).at(-1)?.get('to')).toBe(String(new Date(2026, 10, 21).getTime() - 1)))
  expect(queries(asked).at(-1)?.get('q')).toBe('cobalt')
  const before = queries(asked).length
  fireEvent.input(found().getByLabelText('To'), { target: { value: '2026-11-19' } })
  expect(found().getByRole('alert').textContent).toMatch(/Choose an earlier first day, or a later last one/)
  expect(found().queryByRole('link')).toBeNull()
  expect(queries(asked)).toHaveLength(before)
  fireEvent.input(found().getByLabelText('To'), { target: { value: '' } })
  await found().findByRole('link')
  expect(queries(asked).at(-1)?.get('to')).toBeNull()
})

it('says what is searched, that nothing was found, that older ones are being read, and what failed', async () => {
  const routes = answers(page({ found: [], isReading: true }))
  const { user, routes: given } = await openInbox({ now, routes })
  await write('qqq')
  expect(await found().findByText(/No conversation has all of these words.*still being read/)).toBeTruthy()
  const scope = found().getByText(/Searches messages, notes, names/)
  expect(field().getAttribute('aria-describedby')).toBe(scope.id)
  given['GET /api/conversations'] = () => ({ status: 500, body: { refusal: 'internal' } })
  await user.type(field(), 'q')
  expect(await found().findByRole('alert')).toBeTruthy()
  expect(found().getByRole('button', { name: 'Try again' })).toBeTruthy()
})
