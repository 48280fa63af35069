import type { Wait } from '@deskbell/desk'
import type { WaitsReport } from '@deskbell/protocol'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWaitStore } from '../src/store/wait-store.ts'
import { annaOnDuty, borisOnDuty } from './kit/operators.ts'
import { closeConnections, draft, next, question, visit, yes } from './kit/people.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(async () => {
  closeConnections()
  await closeRelays()
})

/** What the database holds, as another process would read it. */
function stored(): Wait[] {
  const database = new Database(`${relay.dataFolder}/conversations.db`)
  const waits = openWaitStore(database).between(0, Number.MAX_SAFE_INTEGER)
  database.close()
  return waits
}

const get = (path: string, cookie = relay.annasCookie) => fetch(relay.url + path, { headers: { cookie } })
const report = async () => (await (await get('/api/waits?days=7&zone=Europe/Berlin')).json()) as WaitsReport

async function maraAsks() {
  const mara = await visit(relay)
  const told = next(mara, 'queue:moved')
  const { id } = yes(await mara.request('conversation:ask', question('Hello')))
  return { mara, id, told: await told }
}

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
    await expect.poll(() => stored()[1]?.last, { timeout: 3_000 }).toMatchObject(promiseOf(last))
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
    yes(await first.mara.request('conversation:close', {}))
    yes(await second.mara.request('conversation:pend', {}))
    expect(stored().map(({ outcome }) => outcome)).toEqual(['left', 'question'])
  })

  it('ends as nobody came when the last operator went away', async () => {
    const anna = await annaOnDuty(relay)
    const { mara } = await maraAsks()
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
    await expect.poll(() => stored()[1]?.last, { timeout: 3_000 }).toBeDefined()
    const again = await take()
    expect(again.waitsAgain).toEqual({ since: stored()[1]?.askedAt, promised: expect.anything() })
    expect(again.promised).toBeDefined()
    expect(stored().map(({ outcome }) => outcome)).toEqual(['served', 'served'])
  })

  it('is one wait over a restart', async () => {
    await annaOnDuty(relay)
    const { mara, id } = await maraAsks()
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

describe('the report', () => {
  it('counts what was promised and what came true', async () => {
    const anna = await annaOnDuty(relay)
    const { mara } = await maraAsks()
    yes(await anna.emitWithAck('queue:take', {}))
    await mara.request('conversation:close', {})
    expect(await report()).toMatchObject({
      total: { waits: 1, kept: 1, sooner: 0, later: 0, unpromised: 0 },
      outcomes: { served: 1, left: 0, question: 0, 'nobody-came': 0 },
      days: [{ waits: 1 }],
    })
  })

  it('goes back over the days that are asked for, and no further', async () => {
    const database = new Database(`${relay.dataFolder}/conversations.db`)
    const first = { wait: 'known', lowSeconds: 60, likelySeconds: 120, highSeconds: 240 } as const
    for (const daysAgo of [0, 3, 6, 8, 40]) {
      const askedAt = Date.now() - daysAgo * 86_400_000
      const wait = { conversationId: `${daysAgo}`, askedAt, locale: 'en', position: 1, first }
      openWaitStore(database).put({ ...wait, outcome: 'served', endedAt: askedAt + 90_000 })
    }
    database.close()
    expect((await report()).total).toMatchObject({ waits: 3, kept: 3 })
    expect((await (await get('/api/waits.csv?days=90&zone=UTC')).text()).split('\r\n')).toHaveLength(7)
  })

  it('is a file with a line for each wait', async () => {
    await annaOnDuty(relay)
    const { id } = await maraAsks()
    const response = await get('/api/waits.csv?days=7&zone=UTC')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=deskbell-waits.csv')
    const [names, line, end] = (await response.text()).split('\r\n')
    expect(names).toMatch(/^conversation,locale,asked_at,position,first_low_seconds,/)
    expect(line?.split(',')).toHaveLength(names?.split(',').length ?? 0)
    expect(line).toMatch(new RegExp(`^${id},en,\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z,1,`))
    expect(end).toBe('')
  })

  it.each(['/api/waits', '/api/waits.csv'])('%s is the owner’s alone', async (path) => {
    const query = '?days=7&zone=UTC'
    expect((await fetch(relay.url + path + query)).status).toBe(401)
    const boris = await borisOnDuty(relay)
    const { cookie } = boris.io.opts.extraHeaders as { cookie: string }
    expect((await get(path + query, cookie)).status).toBe(403)
  })

  it.each(['?days=7', '?days=0&zone=UTC', '?days=91&zone=UTC', '?days=7&zone=Mars/Base', '?days=7&zone=UTC&more=1'])(
    'refuses %s',
    async (query) => {
      expect((await get(`/api/waits${query}`)).status).toBe(400)
      expect((await get(`/api/waits.csv${query}`)).status).toBe(400)
    },
  )
})

function promiseOf<T extends { position: number }>({ position: _position, ...promise }: T) {
  return promise
}
