import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty } from './kit/operators.ts'
import { draft, next, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { asksIn, reportOf, storedIn } from './kit/waits.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(async () => {
  vi.useRealTimers()
  await closeDesk()
})

const stored = () => storedIn(relay)
const maraAsks = () => asksIn(relay)
const report = () => reportOf(relay)

describe('the wait of a visitor', () => {
  it('is stored with the question, before that is acknowledged', async () => {
    await annaOnDuty(relay)
    const { id } = await maraAsks()
    expect(stored()).toMatchObject([{ conversationId: id, locale: 'en', position: 1, first: { wait: 'known' } }])
    expect(stored()[0]).not.toHaveProperty('outcome')
  })

  it('has the promise that was told first, and the one that was told last', async () => {
    const anna = await annaOnDuty(relay)
    const { told } = await maraAsks()
    const petr = await visit(relay)
    const petrs = next(petr, 'queue:moved')
    yes(await petr.request('conversation:ask', question('Me too')))
    const first = (await petrs).status
    const moved = next(petr, 'queue:moved')
    yes(await anna.emitWithAck('queue:take', {}))
    const last = (await moved).status
    await expect.poll(() => stored()[1]?.last).toBeDefined()
    const [maras, petrsWait] = stored()
    const { position, ...promise } = first
    expect(petrsWait).toMatchObject({ position, first: promise })
    expect(maras?.first).toEqual({ ...promiseOf(told.status) })
    await expect.poll(() => stored()[1]?.last).toMatchObject(promiseOf(last))
    expect(last.position).toBe(1)
  })

  it('is what operators see promised', async () => {
    const anna = await annaOnDuty(relay)
    const { id, told } = await maraAsks()
    const taken = yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    expect({ wait: 'known', ...taken.promised }).toEqual(promiseOf(told.status))
  })

  it('ends as served with the reply that says so', async () => {
    const anna = await annaOnDuty(relay)
    const { id } = await maraAsks()
    yes(await anna.emitWithAck('queue:take', {}))
    expect(stored()).toMatchObject([{ outcome: 'served' }])
    expect(stored()[0]).not.toHaveProperty('answeredAt')
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('Good morning') }))
    expect(stored()[0]?.answeredAt).toBeGreaterThanOrEqual(stored()[0]?.endedAt ?? Number.NaN)
  })

  it('ends as left, and as a question', async () => {
    await annaOnDuty(relay)
    const [first, second] = [await maraAsks(), await maraAsks()]
    yes(await first.visitor.request('conversation:close', {}))
    yes(await second.visitor.request('conversation:pend', {}))
    expect(stored().map(({ outcome }) => outcome)).toEqual(['left', 'question'])
  })

  it('ends as nobody came when the last operator went away', async () => {
    const anna = await annaOnDuty(relay)
    const { visitor: mara } = await maraAsks()
    const gone = next(mara, 'desk:changed')
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false }))
    await gone
    yes(await mara.request('conversation:pend', {}))
    expect(stored()).toMatchObject([{ outcome: 'nobody-came' }])
  })

  it('goes on when it returns unanswered, and is a second one after an answer', async () => {
    const anna = await annaOnDuty(relay)
    const { id } = await maraAsks()
    const take = async () => yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    const giveBack = async () =>
      yes(await anna.emitWithAck('conversation:transfer', { conversationId: id, to: 'line' }))
    await take()
    await giveBack()
    expect(stored()).toHaveLength(1)
    expect(stored()[0]).not.toHaveProperty('outcome')
    await take()
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('One moment') }))
    await giveBack()
    expect(stored().map(({ outcome }) => outcome)).toEqual(['served', undefined])
    await expect.poll(() => stored()[1]?.last).toBeDefined()
    const again = await take()
    expect(again.waitsAgain).toEqual({ since: stored()[1]?.askedAt, promised: expect.anything() })
    expect(again.promised).toBeDefined()
    expect(stored().map(({ outcome }) => outcome)).toEqual(['served', 'served'])
  })

  it('is one wait over a restart', async () => {
    await annaOnDuty(relay)
    const { visitor: mara, id } = await maraAsks()
    const [before] = stored()
    relay = await relay.again()
    const back = await visit(relay, mara.token)
    const anna = await annaOnDuty(relay)
    yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    expect(stored()).toHaveLength(1)
    expect(stored()[0]).toMatchObject({ askedAt: before?.askedAt, first: before?.first, outcome: 'served' })
    back.close()
  })

  it('is not stored where the question could not be', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    const intruder = new Database(`${relay.dataFolder}/conversations.db`)
    intruder.exec('BEGIN IMMEDIATE')
    const ask = question('Hello')
    expect(await mara.request('conversation:ask', ask)).toMatchObject({ refusal: 'storage-failed' })
    intruder.exec('ROLLBACK')
    intruder.close()
    expect(stored()).toEqual([])
    yes(await mara.request('conversation:ask', ask))
    expect(stored()).toHaveLength(1)
  })

  it('goes with its conversation', async () => {
    await annaOnDuty(relay)
    const { id } = await maraAsks()
    const database = new Database(`${relay.dataFolder}/conversations.db`)
    database.prepare('DELETE FROM conversations WHERE id = ?').run(id)
    database.close()
    expect(stored()).toEqual([])
  })
})

describe('where the desk gives conversations out', () => {
  beforeEach(async () => {
    relay = await openRelay({}, 'automatic')
  })

  it('who is given to somebody free at once was promised nothing, and has not waited', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    expect(stored()).toMatchObject([{ outcome: 'served' }])
    expect(stored()[0]).not.toHaveProperty('last')
    expect(await report()).toMatchObject({ total: { waits: 0 }, atOnce: 1 })
  })

  it('a wait goes on until somebody opens it in time', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Hello')))
    const [first] = stored()
    await borisOnDuty(relay)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 })
    await vi.waitFor(() => expect(stored()[0]?.endedAt).toBeGreaterThan((first?.endedAt ?? 0) + 30_000), 15_000)
    expect(stored()).toMatchObject([{ askedAt: first?.askedAt, first: first?.first, outcome: 'served' }])
  })
})

function promiseOf<T extends { position: number }>({ position: _position, ...promise }: T) {
  return promise
}
