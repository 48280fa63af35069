import type { EntriesList, EntriesReply, EntryChangesReply } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { borisJoins } from './kit/operators.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
  await publish(returns, delivery, glaze)
})
afterEach(closeRelays)

const { send, get, publish } = faqOf(() => relay)
const returns = { ...entry('returns', 'Can I return it?', 'Yes.'), category: 'orders' }
const delivery = { ...entry('delivery', 'When will it arrive?', 'Soon.'), category: 'orders' }
const glaze = entry('glaze', 'Is the glaze safe?', 'Yes.')
const order = (ids: string[], placed: { id: string; category: string }[] = []) =>
  send('POST', '/api/entries/order', { ids, placed })
const entries = async () => (await get<EntriesList>('/api/all-entries')).entries
const changes = async () => (await get<EntryChangesReply>('/api/entry-changes')).changes

it('puts the entries in another order for owners and visitors, over a restart, without a change in the history', async () => {
  const before = await changes()
  expect((await order(['glaze', 'delivery', 'returns'])).status).toBe(204)
  expect(await entries()).toEqual([glaze, delivery, returns])
  const { entries: read } = await get<EntriesReply>('/api/entries?locale=en')
  expect(read.map(({ id }) => id)).toEqual(['glaze', 'delivery', 'returns'])
  expect(await changes()).toEqual(before)
  relay = await relay.again()
  expect(await entries()).toEqual([glaze, delivery, returns])
})

it('puts an entry into another category in the same request, and that can be taken back', async () => {
  await order(['returns', 'glaze', 'delivery'], [{ id: 'glaze', category: 'orders' }])
  expect(await entries()).toEqual([returns, { ...glaze, category: 'orders' }, delivery])
  const [change] = await changes()
  expect(change).toMatchObject({ kind: 'saved', entries: 1, entryId: 'glaze', isStanding: true })
  await send('POST', `/api/entry-changes/${change?.id}/undo`)
  expect(await entries()).toEqual([returns, glaze, delivery])
})

it.each([
  ['fewer', ['glaze', 'delivery']],
  ['more', ['glaze', 'delivery', 'returns', 'clay']],
  ['others', ['glaze', 'delivery', 'clay']],
  ['the same twice', ['glaze', 'delivery', 'delivery']],
])('refuses an order of %s than there are', async (_which, ids) => {
  expect(await order(ids)).toMatchObject({ status: 409, body: { refusal: 'changed-meanwhile' } })
  expect(await entries()).toEqual([returns, delivery, glaze])
})

it('lets owners alone change the order', async () => {
  const cookie = await borisJoins(relay)
  const ids = ['glaze', 'delivery', 'returns']
  expect((await send('POST', '/api/entries/order', { ids, placed: [] }, { cookie })).status).toBe(403)
})
