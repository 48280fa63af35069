import type { Entry } from '@deskbell/protocol'
import { screen, waitFor } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { shelvesOf } from '../src/models/arrangement.ts'
import { afterDrop, type Drop } from '../src/models/drop.ts'
import { boris } from './kit/anna.ts'
import { customs, faqRoutes, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const post: Entry = { ...customs, id: 'post', translations: { en: { question: 'By which post?', answer: 'Any.' } } }
const path = '/api/entries/order'

async function openOrder(answer: { status?: number; body: unknown } = { body: null }) {
  const routes = { ...faqRoutes({ entries: [customs, refund, post] }), [`POST ${path}`]: answer }
  const opened = await openInbox({ now: Date.now(), at: '#entries', routes })
  await opened.user.click(await screen.findByRole('button', { name: 'Change the order' }))
  await screen.findByRole('table', { name: 'Change the order' })
  return opened
}

const lines = () => screen.getAllByRole('row').map((row) => row.querySelector('bdi')?.textContent)
const duties = 'Do I pay customs duties?'
const money = 'When is my refund there?'
const sent = ({ asked }: Awaited<ReturnType<typeof openOrder>>) => asked.filter((one) => one.path === path)

it('moves an entry up within its category, and the focus with it', async () => {
  const opened = await openOrder()
  expect(lines()).toEqual(['delivery', duties, 'By which post?', 'returns', money])
  screen.getByRole('button', { name: 'Move up: By which post?' }).focus()
  await opened.user.keyboard('{Enter}')
  expect(lines()).toEqual(['delivery', 'By which post?', duties, 'returns', money])
  expect(await screen.findByText('“By which post?”: place 1 of 2')).toBeTruthy()
  expect(sentTo(opened.asked, 'POST', path)).toEqual({ ids: ['post', 'customs', 'refund'], placed: [] })
  await waitFor(() =>
    expect(document.activeElement?.ariaLabel ?? document.activeElement?.getAttribute('aria-label')).toBe(
      'Move up: By which post?',
    ),
  )
  // It is the first: there is no way further up, and nothing is sent.
  await opened.user.keyboard('{Enter}')
  expect(sent(opened)).toHaveLength(1)
})

it('moves a category as a whole', async () => {
  const { user, asked } = await openOrder()
  await user.click(screen.getByRole('button', { name: 'Move down: delivery' }))
  expect(lines()).toEqual(['returns', money, 'delivery', duties, 'By which post?'])
  expect(sentTo(asked, 'POST', path)).toEqual({ ids: ['refund', 'customs', 'post'], placed: [] })
})

it('moves an entry into another category, and takes that back', async () => {
  const opened = await openOrder()
  await opened.user.selectOptions(screen.getByLabelText('Category: By which post?'), 'returns')
  expect(lines()).toEqual(['delivery', duties, 'returns', money, 'By which post?'])
  const placed = [{ id: 'post', category: 'returns' }]
  expect(sentTo(opened.asked, 'POST', path)).toEqual({ ids: ['customs', 'refund', 'post'], placed })
  await opened.user.click(await screen.findByRole('button', { name: /Undo/ }))
  await waitFor(() => expect(sent(opened)).toHaveLength(2))
  expect(sent(opened)[1]?.body).toEqual({
    ids: ['customs', 'refund', 'post'],
    placed: [{ id: 'post', category: 'delivery' }],
  })
  expect(lines()).toEqual(['delivery', duties, 'By which post?', 'returns', money])
})

it('shows the entries as they are where they have changed meanwhile', async () => {
  const { user } = await openOrder({ status: 409, body: { refusal: 'changed-meanwhile' } })
  await user.click(screen.getByRole('button', { name: 'Move to the top: By which post?' }))
  expect(await screen.findByText(/The entries have changed meanwhile/)).toBeTruthy()
  await waitFor(() => expect(lines()).toEqual(['delivery', duties, 'By which post?', 'returns', money]))
})

it('is for owners', async () => {
  await openInbox({ now: Date.now(), at: '#entries', routes: faqRoutes(), self: boris })
  await screen.findByRole('link', { name: /refund/ })
  expect(screen.queryByRole('button', { name: 'Change the order' })).toBeNull()
})

describe('after a drop', () => {
  const shelves = shelvesOf([customs, post, refund])
  const entry = (key: string) => ({ kind: 'entry', key }) as const
  const category = (key: string) => ({ kind: 'category', key }) as const
  const order = (drop: Drop) =>
    afterDrop(shelves, drop)?.next.map((shelf) => [shelf.category, ...shelf.entries.map(({ id }) => id)].join(' '))

  it('an entry is beside the one it was dropped on, in its category', () => {
    expect(order({ dragged: entry('post'), onto: entry('customs'), isBelow: false })).toEqual([
      ...['delivery post customs', 'returns refund'],
    ])
    expect(order({ dragged: entry('customs'), onto: entry('refund'), isBelow: true })).toEqual([
      ...['delivery post', 'returns refund customs'],
    ])
    const after = afterDrop(shelves, { dragged: entry('customs'), onto: entry('refund'), isBelow: false })
    expect(after).toMatchObject({ category: 'returns', entryId: 'customs' })
    expect(after?.next[1]?.entries[0]).toMatchObject({ id: 'customs', category: 'returns' })
  })

  it('an entry is the first of the category it was dropped on, and the last one leaves none behind', () => {
    expect(order({ dragged: entry('post'), onto: category('returns'), isBelow: true })).toEqual([
      ...['delivery customs', 'returns post refund'],
    ])
    expect(order({ dragged: entry('refund'), onto: category('delivery'), isBelow: true })).toEqual([
      'delivery refund customs post',
    ])
  })

  it('a category is beside another, with all its entries', () => {
    expect(order({ dragged: category('returns'), onto: category('delivery'), isBelow: false })).toEqual([
      ...['returns refund', 'delivery customs post'],
    ])
    expect(order({ dragged: category('delivery'), onto: entry('refund'), isBelow: true })).toEqual([
      ...['returns refund', 'delivery customs post'],
    ])
    expect(order({ dragged: category('delivery'), onto: entry('post'), isBelow: true })).toBeUndefined()
  })

  it('nothing moves where everything is so already', () => {
    expect(order({ dragged: entry('post'), onto: entry('customs'), isBelow: true })).toBeUndefined()
    expect(order({ dragged: category('returns'), onto: category('delivery'), isBelow: true })).toBeUndefined()
    expect(order({ dragged: entry('gone'), onto: entry('customs'), isBelow: true })).toBeUndefined()
  })
})
