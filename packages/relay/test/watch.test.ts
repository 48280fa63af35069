import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Histogram } from '../src/watch/histogram.ts'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'
import { asksIn } from './kit/waits.ts'

const token = 'a-token-of-some-length'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay({ DESKBELL_METRICS_TOKEN: token })
})
afterEach(async () => {
  vi.useRealTimers()
  await closeDesk()
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(relay.url + path, { headers })

describe('health', () => {
  /** Long enough for what was found out before not to count any more. */
  const later = () => vi.setSystemTime(Date.now() + 3_000)
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))

  it('is degraded while the data folder is away, and says nothing else', async () => {
    expect((await get('/healthz')).status).toBe(200)
    renameSync(relay.dataFolder, `${relay.dataFolder}-away`)
    writeFileSync(relay.dataFolder, 'a file in its place')
    later()
    const degraded = await get('/healthz')
    expect([degraded.status, await degraded.text()]).toEqual([503, '{"status":"degraded"}'])
    expect(await (await get('/metrics')).text()).toContain('\ndeskbell_healthy 0\n')
    rmSync(relay.dataFolder)
    renameSync(`${relay.dataFolder}-away`, relay.dataFolder)
    later()
    const well = await get('/healthz')
    expect([well.status, await well.text()]).toEqual([200, '{"status":"ok"}'])
  })
})

describe('metrics', () => {
  async function measured(): Promise<Record<string, number>> {
    const lines = (await (await get('/metrics')).text()).split('\n').filter((line) => line && !line.startsWith('#'))
    return Object.fromEntries(
      lines.map((line) => {
        const [name = '', value] = line.split(' ')
        return [name, Number(value)]
      }),
    )
  }

  it('count who is there, what was said and how long it took to keep it', async () => {
    const anna = await annaOnDuty(relay)
    const mara = await visit(relay)
    const { id } = yes(await mara.request('conversation:ask', question('Hello')))
    yes(await anna.emitWithAck('queue:take', {}))
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('Good morning') }))
    yes(await mara.request('message:send', draft('The plate is broken')))
    await asksIn(relay)
    const values = await measured()
    expect(values).toMatchObject({
      deskbell_healthy: 1,
      'deskbell_connections{role="visitor"}': 2,
      'deskbell_connections{role="operator"}': 1,
      'deskbell_conversations{status="waiting"}': 1,
      'deskbell_conversations{status="assigned"}': 1,
      'deskbell_conversations{status="pending"}': 0,
      deskbell_operators_on_duty: 1,
      'deskbell_messages_total{from="visitor"}': 3,
      'deskbell_messages_total{from="operator"}': 1,
      deskbell_failed_commits_total: 0,
    })
    expect(values.deskbell_commit_seconds_count).toBeGreaterThanOrEqual(5)
    expect(values['deskbell_commit_seconds_bucket{le="+Inf"}']).toBe(values.deskbell_commit_seconds_count)
    expect(values.process_resident_memory_bytes).toBeGreaterThan(10_000_000)
    expect(values['deskbell_event_loop_delay_seconds{quantile="0.99"}']).toBeGreaterThanOrEqual(0)
  })

  it('say how many promises of the last day were kept', async () => {
    const anna = await annaOnDuty(relay)
    await asksIn(relay)
    yes(await anna.emitWithAck('queue:take', {}))
    const kept = () => measured().then((values) => values['deskbell_waits_last_day{promise="kept"}'])
    expect(await kept()).toBe(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 })
    expect(await kept()).toBe(0)
  })

  it('are for this machine, or for who knows the token', async () => {
    const status = async (headers: Record<string, string>) => (await get('/metrics', headers)).status
    expect(await status({})).toBe(200)
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect(await status({ [name]: '127.0.0.1' })).toBe(403)
    }
    const proxied = { 'x-forwarded-for': '198.51.100.1' }
    expect(await status({ ...proxied, authorization: `Bearer ${token}` })).toBe(200)
    expect(await status({ ...proxied, authorization: 'Bearer another-token-of-some-length' })).toBe(403)
    await closeRelays()
    relay = await openRelay()
    expect(await status({ ...proxied, authorization: 'Bearer undefined' })).toBe(403)
  })

  it('hold no name, text or address', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('My plate is broken')))
    const text = await (await get('/metrics')).text()
    expect(text).not.toMatch(/Anna|anna@|plate|127\.0\.0\.1|[0-9a-f]{8}-[0-9a-f]{4}/)
  })
})

it('a histogram counts in each end all below it', () => {
  const histogram = new Histogram([0.1, 1])
  for (const seconds of [0.05, 0.1, 0.5, 3]) histogram.observe(seconds)
  expect(histogram.samples()).toEqual([
    { suffix: '_bucket', labels: { le: 0.1 }, value: 2 },
    { suffix: '_bucket', labels: { le: 1 }, value: 3 },
    { suffix: '_bucket', labels: { le: '+Inf' }, value: 4 },
    { suffix: '_sum', value: 3.65 },
    { suffix: '_count', value: 4 },
  ])
})
