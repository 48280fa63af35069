import { join } from 'node:path'
import { type EntriesReply, limits, type ReadsReply } from '@deskbell/protocol'
import Database from 'libsql'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { entry, faqOf } from './kit/faq.ts'
import { filesWith } from './kit/folder.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

const day = 86_400_000

let relay: TestRelay
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date('2026-05-04T12:00:00Z'))
  // Visitors are told apart by the address a trusted proxy gives.
  relay = await openRelay({ DESKBELL_TRUST_PROXY: '127.0.0.1' })
  await publish(...faq)
})
afterEach(async () => {
  await closeRelays()
  vi.useRealTimers()
})

const faq = ['plates', 'bowls', 'cups', 'vases', 'jugs', 'lamps', 'tiles'].map((thing) =>
  entry(thing, `Where are ${thing} made?`, `The ${thing} are made here.`),
)
const { send, get, publish } = faqOf(() => relay)
const open = (entryId: string, visitor: string, locale = 'en') =>
  send('POST', '/api/feedback', { kind: 'read', entryId, locale }, { 'x-forwarded-for': visitor, cookie: '' })
const entries = () => get<EntriesReply>('/api/entries?locale=en')
const mostRead = async () => (await entries()).mostRead

it('lists the most read first, those read as often in the owner’s order, and none that nobody has opened', async () => {
  expect(await mostRead()).toEqual([])
  for (const thing of ['cups', 'vases', 'bowls']) expect((await open(thing, 'mara')).status).toBe(204)
  await open('vases', 'omar')
  expect(await mostRead()).toEqual(['vases', 'bowls', 'cups'])
  expect((await entries()).entries.map(({ id }) => id)).toEqual(faq.map(({ id }) => id))
})

it('lists as many as home shows', async () => {
  for (const { id } of faq) await open(id, 'mara')
  expect(await mostRead()).toEqual(['plates', 'bowls', 'cups', 'vases', 'jugs'])
})

it('counts an entry once a day from one address', async () => {
  for (let time = 0; time < 5; time += 1) await open('jugs', 'mara')
  for (const visitor of ['mara', 'omar']) await open('tiles', visitor)
  expect(await mostRead()).toEqual(['tiles', 'jugs'])
  vi.setSystemTime(Date.now() + day)
  for (const visitor of ['mara', 'ines']) await open('jugs', visitor)
  expect(await mostRead()).toEqual(['jugs', 'tiles'])
})

it('counts nothing that is not there, or has no words in that language', async () => {
  await open('gone', 'mara')
  await open('cups', 'mara', 'de')
  expect((await send('POST', '/api/feedback', { kind: 'read', entryId: 'cups' })).status).toBe(400)
  expect(await mostRead()).toEqual([])
})

it('tells operators how often each was opened, by language', async () => {
  await publish({ id: 'cups', translations: { ...faq[2]?.translations, de: { question: 'Tassen?', answer: 'Hier.' } } })
  for (const visitor of ['mara', 'omar']) await open('cups', visitor)
  await open('cups', 'ines', 'de')
  const { reads } = await get<ReadsReply>('/api/reads')
  expect(reads).toHaveLength(2)
  expect(reads).toContainEqual({ entryId: 'cups', locale: 'en', count: 2 })
  expect(reads).toContainEqual({ entryId: 'cups', locale: 'de', count: 1 })
  expect((await fetch(`${relay.url}/api/reads`)).status).toBe(401)
})

it('takes only so many at once from an address, and hears from there what helped all the same', async () => {
  for (let time = 0; time < 20; time += 1) await open('cups', 'mara')
  expect(await open('jugs', 'mara')).toMatchObject({ status: 429, body: { refusal: 'rate-limited' } })
  const helped = { kind: 'helped', entryId: 'cups', locale: 'en', helped: true }
  expect((await send('POST', '/api/feedback', helped, { 'x-forwarded-for': 'mara' })).status).toBe(204)
})

it('says by an ETag that the order is another one', async () => {
  const ask = (etag: string) => fetch(`${relay.url}/api/entries?locale=en`, { headers: { 'if-none-match': etag } })
  const before = (await ask('')).headers.get('etag') ?? ''
  expect((await ask(before)).status).toBe(304)
  await open('cups', 'mara')
  const after = await ask(before)
  expect(after.status).toBe(200)
  await open('cups', 'omar')
  expect((await ask(after.headers.get('etag') ?? '')).status).toBe(304)
})

it('counts for 30 days, also over a restart', async () => {
  await open('cups', 'mara')
  relay = await relay.again()
  expect(await mostRead()).toEqual(['cups'])
  vi.setSystemTime(Date.now() + 29 * day)
  expect(await mostRead()).toEqual(['cups'])
  vi.setSystemTime(Date.now() + day)
  expect(await mostRead()).toEqual([])
})

it('keeps them 90 days, and nothing of who it was', async () => {
  await open('cups', 'visitor-of-may')
  expect(filesWith(relay.dataFolder, ['visitor-of-may'])).toEqual([])
  await relay.stop()
  expect(stored()).toEqual([{ day: '2026-05-04', entry_id: 'cups', locale: 'en', count: 1 }])
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  vi.setSystemTime(new Date('2026-08-03T12:00:00Z'))
  relay = await relay.again()
  await vi.advanceTimersByTimeAsync(60_000)
  await vi.waitFor(() => expect(stored()).toEqual([]))
})

it('counts the page of an entry where somebody opens it, and not what goes through all pages', async () => {
  const visit = (path: string, headers: Record<string, string>) => fetch(`${relay.url}/faq/${path}`, { headers })
  await visit('en/vases/', { 'x-forwarded-for': 'mara' })
  await visit('en/', { 'x-forwarded-for': 'mara', 'sec-fetch-user': '?1' })
  expect(await mostRead()).toEqual([])
  await visit('en/jugs/', { 'x-forwarded-for': 'mara', 'sec-fetch-user': '?1' })
  expect(await mostRead()).toEqual(['jugs'])
  await open('jugs', 'mara')
  for (const visitor of ['mara', 'omar']) await open('tiles', visitor)
  expect(await mostRead()).toEqual(['tiles', 'jugs'])
})

it('sends the most read of a FAQ too large for a page, wherever they stand', async () => {
  const many = Array.from({ length: limits.entriesOnPage + 1 }, (_, at) =>
    entry(`entry-${at}`, `Question ${at}?`, 'So.'),
  )
  await publish(...many)
  await open('entry-290', 'mara')
  const { isWhole, mostRead: most, entries: sent } = await entries()
  expect([isWhole, most]).toEqual([false, ['entry-290']])
  expect(sent.at(-1)?.id).toBe('entry-290')
})

/** What the relay has on disk of it. */
function stored(): unknown[] {
  const database = new Database(join(relay.dataFolder, 'conversations.db'))
  const rows = database.prepare('SELECT day, entry_id, locale, count FROM reads').all()
  database.close()
  return rows
}
