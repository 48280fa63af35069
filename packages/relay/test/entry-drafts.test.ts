import {
  type EntriesList,
  type Entry,
  type EntryChangesReply,
  type EntryVersionsReply,
  entryVersion,
  type SearchesReply,
} from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { borisJoins } from './kit/operators.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
  await publish(returns)
})
afterEach(closeRelays)

const { send, get, publish, found } = faqOf(() => relay)
const returns: Entry = { ...entry('returns', 'Can I return it?', 'Yes.', ['refund']), category: 'orders' }
const gongWords = {
  category: 'rental',
  translations: { en: { question: 'Do you rent out gongs?', answer: 'By the day.' } },
}
const gong: Entry = { id: 'gong', translations: {}, draft: gongWords }
const newer = { category: 'orders', translations: { en: { question: 'May I send it back?', answer: 'In 30 days.' } } }

const save = (one: Entry, headers = {}) => send('PUT', `/api/entries/${one.id}`, one, headers)
const entries = async () => (await get<EntriesList>('/api/all-entries')).entries
const changes = async () => (await get<EntryChangesReply>('/api/entry-changes')).changes
const undoNewest = async () => send('POST', `/api/entry-changes/${(await changes())[0]?.id}/undo`)

/** All a visitor or a search engine can get of the entries. */
async function whatVisitorsGet(): Promise<string> {
  const paths = [
    ...['/api/entries?locale=en', '/api/search?locale=en&q=gongs', '/api/entry?locale=en&id=gong'],
    ...['/api/block?locale=en', '/api/block?locale=en&topic=rental'],
    ...['/faq/en/', '/faq/en/gong/', '/faq/en/returns/', '/api/desk?locale=en'],
  ]
  const replies = await Promise.all(paths.map((path) => fetch(relay.url + path)))
  return (await Promise.all(replies.map((reply) => reply.text()))).join('\n')
}

it('shows a draft to the team and to nobody else, until it is published', async () => {
  await save(gong)
  const cookie = await borisJoins(relay)
  expect((await send('GET', '/api/all-entries', undefined, { cookie })).body).toEqual({ entries: [returns, gong] })
  expect(await whatVisitorsGet()).not.toMatch(/rent out|By the day/)
  expect((await fetch(`${relay.url}/faq/en/gong/`)).status).toBe(404)
  await save({ id: 'gong', ...gongWords })
  expect(await found('rent gongs')).toEqual(['gong'])
  expect(await whatVisitorsGet()).toMatch(/Do you rent out gongs\?/)
  expect((await changes()).map(({ kind }) => kind)).toEqual(['published', 'drafted', 'imported'])
})

it('keeps the draft of a published entry beside it', async () => {
  await save({ ...returns, draft: newer })
  expect(await found('return')).toEqual(['returns'])
  expect(await whatVisitorsGet()).not.toMatch(/send it back|30 days/)
  expect(await entries()).toEqual([{ ...returns, draft: newer }])
  await save({ id: 'returns', ...newer })
  expect(await whatVisitorsGet()).toMatch(/May I send it back\?/)
  const { versions } = await get<EntryVersionsReply>('/api/entries/returns/versions?locale=en')
  // Saving the draft made no version: visitors read what they read before.
  expect(versions.map(({ by, words }) => [by?.kind, words?.question])).toEqual([
    ['published', 'May I send it back?'],
    ['imported', 'Can I return it?'],
  ])
  await undoNewest()
  expect(await entries()).toEqual([{ ...returns, draft: newer }])
})

it('takes an entry from visitors, keeps it as a draft, and takes that back', async () => {
  const { id, ...words } = returns
  await save({ id, translations: {}, draft: words })
  expect(await whatVisitorsGet()).not.toMatch(/Can I return it/)
  expect((await changes())[0]).toMatchObject({ kind: 'unpublished', question: 'Can I return it?' })
  relay = await relay.again()
  expect(await entries()).toEqual([{ id, translations: {}, draft: words }])
  await undoNewest()
  expect(await entries()).toEqual([returns])
})

it('lets go of a draft alone, and takes back what was drafted first', async () => {
  await save({ ...returns, draft: newer })
  await save(returns)
  expect((await changes())[0]?.kind).toBe('discarded')
  expect(await entries()).toEqual([returns])
  await save(gong)
  await undoNewest()
  expect(await entries()).toEqual([returns])
})

it('refuses the draft of whoever did not know the newest one', async () => {
  await save(gong)
  const known = { 'deskbell-version': entryVersion(gong) }
  const theirs: Entry = { ...gong, draft: newer }
  expect((await save(theirs, known)).status).toBe(200)
  expect(await save(gong, known)).toMatchObject({ status: 409, body: { refusal: 'changed-meanwhile' } })
  expect(await entries()).toEqual([returns, theirs])
})

it('puts a draft into another category with its entry, and one that is not published for the team alone', async () => {
  await publish({ ...returns, draft: newer }, gong)
  const placed = ['returns', 'gong'].map((id) => ({ id, category: 'else' }))
  await send('POST', '/api/entries/order', { ids: ['gong', 'returns'], placed })
  expect(await entries()).toEqual([
    { ...gong, draft: { ...gong.draft, category: 'else' } },
    { ...returns, category: 'else', draft: { ...newer, category: 'else' } },
  ])
})

it('lets a search that found nothing leave the list once it finds what was published since, and back where that is taken', async () => {
  const groups = async () => (await get<SearchesReply>('/api/searches?days=30')).groups.map(({ query }) => query)
  await send('POST', '/api/feedback', { kind: 'nothing-found', query: 'rent gongs', locale: 'en' })
  await save(gong)
  expect(await groups()).toEqual(['rent gongs'])
  await save({ id: 'gong', ...gongWords })
  expect(await groups()).toEqual([])
  await save(gong)
  expect(await groups()).toEqual(['rent gongs'])
})

it('refuses an entry that says nothing at all', async () => {
  for (const draft of [undefined, { translations: {} }, { translations: { en: { question: '', answer: 'Yes.' } } }])
    expect((await send('PUT', '/api/entries/empty', { id: 'empty', translations: {}, draft })).status).toBe(400)
})
