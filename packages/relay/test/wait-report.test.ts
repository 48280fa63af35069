import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWaitStore } from '../src/store/wait-store.ts'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty } from './kit/operators.ts'
import { yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'
import { asksIn, getAsAnna, reportOf, storedIn } from './kit/waits.ts'

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
const get = (path: string) => getAsAnna(relay, path)

describe('the report', () => {
  it('counts who waited longer than promised', async () => {
    await annaOnDuty(relay)
    await maraAsks()
    const promised = stored()[0]?.first
    if (promised?.wait !== 'known') throw new Error('nothing was promised')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (promised.highSeconds + 61) * 1_000 })
    expect((await report()).total).toMatchObject({ waits: 1, later: 1 })
    // For the clients so long without a ping means that the connection is lost: she comes back.
    const anna = await annaOnDuty(relay)
    yes(await anna.emitWithAck('queue:take', {}))
    const { total } = await report()
    expect(total).toMatchObject({ waits: 1, kept: 0, later: 1 })
    expect(total.waited?.meanSeconds).toBeGreaterThan(promised.highSeconds)
  })

  it('counts what was promised and what came true', async () => {
    const anna = await annaOnDuty(relay)
    const { visitor: mara } = await maraAsks()
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
      const wait = {
        conversationId: `${daysAgo}`,
        askedAt,
        locale: 'en',
        position: 1,
        first,
        last: { ...first, at: askedAt },
      }
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
    expect((await fetch(relay.url + path + query, { headers: { cookie } })).status).toBe(403)
  })

  it.each(['?days=7', '?days=0&zone=UTC', '?days=91&zone=UTC', '?days=7&zone=Mars/Base', '?days=7&zone=UTC&more=1'])(
    'refuses %s',
    async (query) => {
      expect((await get(`/api/waits${query}`)).status).toBe(400)
      expect((await get(`/api/waits.csv${query}`)).status).toBe(400)
    },
  )
})
