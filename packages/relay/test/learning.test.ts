import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EntriesReply, SearchesReply, VisitorNews, VisitorRequests, WordingsReply } from '@deskbell/protocol'
import Database from 'libsql'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../src/store/schema.ts'
import { closeDesk } from './kit/desk.ts'
import { entry, faqOf } from './kit/faq.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket } from './kit/operators.ts'
import { draft, keepForClosing, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  // Visitors are told apart by the address a trusted proxy gives.
  relay = await openRelay({ DESKBELL_TRUST_PROXY: '127.0.0.1' })
})
afterEach(closeDesk)

const returns = entry('returns', 'Can I return a plate?', 'Yes, within **30 days**.')
const delivery = entry('delivery', 'When will my order arrive?', 'Two to four working days.')

const { send, get, publish, found } = faqOf(() => relay)
const tell = (feedback: object, visitor: string) =>
  send('POST', '/api/feedback', { locale: 'en', ...feedback }, { 'x-forwarded-for': visitor, cookie: '' })
const helped = (query: string, visitor: string) =>
  tell({ kind: 'helped', entryId: 'returns', helped: true, query }, visitor)
const notFound = (query: string) => tell({ kind: 'nothing-found', query }, 'mara')
const wordings = async () => (await get<WordingsReply>('/api/wordings')).wordings
const groups = async () => (await get<SearchesReply>('/api/searches?days=30')).groups

describe('a wording', () => {
  it('is used from the second visitor on who was helped after it, and finds the entry', async () => {
    await publish(returns, delivery)
    expect(await found('zurückschicken')).toEqual([])
    await helped('Zurückschicken?', 'mara')
    await helped('zurückschicken', 'mara')
    expect(await wordings()).toEqual([])
    await helped('zurückschicken', 'omar')
    const learned = { entryId: 'returns', locale: 'en', wording: 'zuruckschicken', count: 2, isByHand: false }
    expect(await wordings()).toEqual([learned])
    expect(await found('zurückschicken')).toEqual(['returns'])
    const { entries } = await get<EntriesReply>('/api/entries?locale=en')
    expect(entries.map(({ wordings: learnedHere }) => learnedHere)).toEqual([['zuruckschicken'], undefined])
    await helped('zurückschicken', 'mara')
    expect(await wordings()).toEqual([{ ...learned, count: 3 }])
  })

  it('has no name, number or address, and leaves none on disk', async () => {
    await publish(returns)
    for (const visitor of ['mara', 'omar'])
      await helped('send back order 48151623 of Anna Berg, anna.berg@holm.example', visitor)
    expect((await wordings()).map(({ wording }) => wording)).toEqual(['send back order of'])
    await relay.stop()
    const stored = ['conversations.db', 'conversations.db-wal'].map((file) => readIfThere(join(relay.dataFolder, file)))
    expect(stored.join('')).toContain('send back order of')
    expect(stored.join('')).not.toMatch(/48151623|[Bb]erg@|mara|omar/)
  })

  it('is not learned where the entry says so itself, is unknown, or was opened without a search', async () => {
    await publish(returns)
    for (const visitor of ['mara', 'omar']) {
      await helped('can i return a plate', visitor)
      await helped('plate retu', visitor)
      await tell({ kind: 'helped', entryId: 'nothing', helped: true, query: 'send back' }, visitor)
      await tell({ kind: 'helped', entryId: 'returns', helped: true }, visitor)
    }
    expect(await wordings()).toEqual([])
  })

  it('can be given by hand, and is gone for good once removed', async () => {
    await publish(returns)
    const of = { entryId: 'returns', locale: 'en' }
    expect((await send('PUT', '/api/wordings', { ...of, wording: ' Money  BACK! ' })).status).toBe(204)
    expect(await wordings()).toEqual([{ ...of, wording: 'money back', count: 0, isByHand: true }])
    expect((await send('DELETE', '/api/wordings', { ...of, wording: 'money back' })).status).toBe(204)
    for (const visitor of ['mara', 'omar', 'ines']) await helped('money back', visitor)
    expect(await wordings()).toEqual([])
    expect((await send('PUT', '/api/wordings', { ...of, entryId: 'nothing', wording: 'x' })).status).toBe(400)
  })

  /** Somebody at an address searched, asked, and gets the entry from Anna. */
  async function askAndAnswer(anna: OperatorSocket, address: string, searched: string[], text: string): Promise<void> {
    const visitor: Socket<VisitorNews, VisitorRequests> = io(`${relay.url}/visitor`, {
      ...{ auth: { protocol: 1, locale: 'en' }, extraHeaders: { 'x-forwarded-for': address } },
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
    })
    keepForClosing(visitor)
    const before = { searches: searched.map((query) => ({ query, found: 0, at: 1 })), entries: [] }
    const conversationId = yes(await visitor.emitWithAck('conversation:ask', { ...draft(text), before })).id
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const answer = { conversationId, ...draft('Like so.'), answers: ['returns', 'returns', 'nothing'] }
    yes(await anna.emitWithAck('message:send', answer))
    yes(await anna.emitWithAck('message:send', answer))
    yes(await anna.emitWithAck('conversation:close', { conversationId }))
  }

  it('is taught by an operator who inserts the entry: what the visitor searched last, else a short message', async () => {
    await publish(returns)
    const anna = await annaOnDuty(relay)
    const story = 'It is too long a story to be a wording. '.repeat(4)
    for (const address of ['mara', 'omar']) {
      await askAndAnswer(anna, address, ['plates', 'hand it back'], 'Hello')
      await askAndAnswer(anna, address, [], 'Is a refund possible?')
      await askAndAnswer(anna, address, [], story)
    }
    expect((await wordings()).map(({ wording, count }) => [wording, count])).toEqual([
      ['hand it back', 2],
      ['is a refund possible', 2],
    ])
  })

  it('needs another address than that of the first, by whichever way', async () => {
    await publish(returns)
    const anna = await annaOnDuty(relay)
    for (const text of ['Hello', 'Good morning']) await askAndAnswer(anna, 'mara', ['hand it back'], text)
    await helped('hand it back', 'mara')
    expect(await wordings()).toEqual([])
    await helped('hand it back', 'omar')
    expect(await wordings()).toHaveLength(1)
  })
})

describe('searches without an answer', () => {
  it('are listed most frequent first, similar ones together, with the entry nearest to them', async () => {
    // There before the history of entries began, and so before the searches.
    await relay.stop()
    writeFileSync(join(relay.dataFolder, 'entries.json'), JSON.stringify([returns, delivery]))
    relay = await relay.again()
    for (const query of ['Engraving', 'engraving', 'engravings', 'returning a platter', 'order 12345 gift'])
      await notFound(query)
    const today = new Date().toISOString().slice(0, 10)
    const listed = await groups()
    expect(listed[0]).toEqual({
      ...{ kind: 'nothing-found', locale: 'en', query: 'engraving', alike: ['engravings'], count: 3, lastDay: today },
    })
    expect(listed.map(({ query, near }) => [query, near])).toContainEqual(['returning a platter', 'returns'])
    expect(listed.map(({ query }) => query)).toContain('order gift')
  })

  it('name the entry that did not help', async () => {
    await publish(returns, delivery)
    await tell({ kind: 'helped', entryId: 'delivery', helped: false, query: 'return' }, 'mara')
    await tell({ kind: 'helped', entryId: 'delivery', helped: false }, 'mara')
    const listed = await groups()
    expect(listed).toMatchObject([
      { kind: 'unhelpful', query: '', entryId: 'delivery', count: 1 },
      { kind: 'unhelpful', query: 'return', entryId: 'delivery', near: 'returns', count: 1 },
    ])
  })

  it('leave the list when dismissed, until they are asked again', async () => {
    for (const query of ['engraving', 'engravings', 'gift wrap']) await notFound(query)
    const dismissed = await send('POST', '/api/searches/dismiss', {
      locale: 'en',
      queries: ['engraving', 'engravings'],
    })
    expect(dismissed.status).toBe(204)
    expect((await groups()).map(({ query }) => query)).toEqual(['gift wrap'])
    await notFound('engraving')
    expect((await groups()).map(({ query, count }) => [query, count])).toContainEqual(['engraving', 1])
  })
})

describe('the editor', () => {
  it('writes, replaces and deletes one entry', async () => {
    await publish(returns)
    expect((await send('PUT', '/api/entries/delivery', delivery)).body).toEqual(delivery)
    const changed = entry('returns', 'May I send it back?', 'Yes.')
    await send('PUT', '/api/entries/returns', changed)
    expect(await get('/api/all-entries')).toEqual({ entries: [changed, delivery] })
    expect((await send('DELETE', '/api/entries/returns')).body).toEqual(changed)
    expect((await send('DELETE', '/api/entries/returns')).status).toBe(400)
    expect((await send('PUT', '/api/entries/other', delivery)).body).toMatchObject({
      refusal: 'malformed',
      detail: 'id',
    })
    expect(await found('when will it arrive')).toEqual(['delivery'])
  })

  it('shows an answer as visitors will see it', async () => {
    const { body } = await send('POST', '/api/entries/preview', { markdown: 'Yes, **soon**.' })
    await publish(entry('soon', 'Soon?', 'Yes, **soon**.'))
    const [published] = (await get<EntriesReply>('/api/entries?locale=en')).entries
    expect(body).toEqual({ tree: published?.answer })
  })

  it('needs a session, and the owner for changes', async () => {
    await publish(returns)
    await borisOnDuty(relay)
    const changes: [string, string, unknown][] = [
      ['PUT', '/api/entries/returns', returns],
      ['DELETE', '/api/entries/returns', undefined],
      ['POST', '/api/searches/dismiss', { locale: 'en', queries: ['x'] }],
      ['PUT', '/api/wordings', { entryId: 'returns', locale: 'en', wording: 'x' }],
      ['DELETE', '/api/wordings', { entryId: 'returns', locale: 'en', wording: 'x' }],
    ]
    for (const [method, path, body] of changes) {
      expect((await send(method, path, body, { cookie: '' })).status).toBe(401)
      expect((await send(method, path, body, { origin: 'https://evil.example' })).status).toBe(403)
    }
    for (const path of ['/api/searches?days=30', '/api/wordings'])
      expect((await send('GET', path, undefined, { cookie: '' })).status).toBe(401)
  })
})

it('moves what an earlier Deskbell had stored', async () => {
  await relay.stop()
  const file = join(relay.dataFolder, 'conversations.db')
  const earlier = join(relay.dataFolder, 'earlier.db')
  const database = new Database(earlier)
  migrate(database, 1)
  // Anna is still signed in.
  database.exec(
    `ATTACH '${file}' AS today; INSERT INTO sessions SELECT token_hash, operator_id, expires_at FROM today.sessions; DETACH today;`,
  )
  const add = database.prepare('INSERT INTO feedback (at, kind, feedback) VALUES (?, ?, ?)')
  for (const feedback of [
    { kind: 'nothing-found', query: 'Engraving for anna@holm.example', locale: 'en' },
    { kind: 'helped', entryId: 'returns', locale: 'en', helped: true },
  ])
    add.run(Date.now(), feedback.kind, JSON.stringify(feedback))
  database.close()
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true })
  renameSync(earlier, file)
  relay = await relay.again()
  expect(await groups()).toMatchObject([{ kind: 'nothing-found', query: 'engraving for', count: 1 }])
  await relay.stop()
  const after = new Database(join(relay.dataFolder, 'conversations.db'))
  expect(after.prepare('SELECT entry_id, helped, not_helped FROM helpfulness').all()).toEqual([
    { entry_id: 'returns', helped: 1, not_helped: 0 },
  ])
  expect(after.prepare(`SELECT name FROM sqlite_master WHERE name = 'feedback'`).all()).toEqual([])
  after.close()
})

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    // The log of a store that was closed is gone.
    return ''
  }
}
