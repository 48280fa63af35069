import type { TeamMember } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { annaOnDuty, type OperatorSocket, openInbox } from './kit/operators.ts'
import { closeConnections, question, visit, yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const minute = 60_000
const soon = () => Date.now() + 30 * minute

async function asAnna(method: string, path: string, body?: object) {
  const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
  const response = await fetch(`${relay.url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return { status: response.status, reply: await response.json() }
}
const desk = async () => (await fetch(`${relay.url}/api/desk?locale=en`)).json()
/** Anna, as the team is told of her once she is so. */
function told(socket: OperatorSocket, isSo: (anna: TeamMember) => boolean): Promise<TeamMember> {
  return new Promise((resolve) =>
    socket.on('team:changed', ([anna]) => {
      if (anna && isSo(anna)) resolve(anna)
    }),
  )
}
const annas = async () => (await asAnna('GET', '/api/operators')).reply[0]

describe('what is said of an operator', () => {
  it('is nothing in an account written before', async () => {
    expect(await annas()).toMatchObject({ capacity: 3, languages: [], skills: [], rank: 0 })
  })

  it('is told to everybody at once, and survives a restart', async () => {
    const anna = await annaOnDuty(relay)
    const { id } = await annas()
    const profile = { capacity: 2, languages: ['de', 'pt-BR'], skills: ['Returns'], rank: -1 }
    const changed = told(anna, ({ capacity }) => capacity === 2)
    expect(await asAnna('PUT', `/api/operators/${id}`, profile)).toMatchObject({ status: 200, reply: profile })
    expect(await changed).toMatchObject(profile)
    relay = await relay.again()
    expect(await annas()).toMatchObject(profile)
  })
})

describe('do not disturb', () => {
  it('is told to the team, outlives a restart and another end of duty, and ends with duty', async () => {
    const anna = await annaOnDuty(relay)
    const until = soon()
    const quiet = told(anna, (one) => one.quiet !== undefined)
    yes(await anna.emitWithAck('quiet:set', { quiet: { until } }))
    expect(await quiet).toMatchObject({ isOnDuty: true, quiet: { until } })
    yes(await anna.emitWithAck('duty:set', { isOnDuty: true, until: soon() }))
    closeConnections()
    relay = await relay.again()
    const again = await openInbox(relay)
    expect(again.welcome.team[0]).toMatchObject({ isOnDuty: true, quiet: { until } })
    const back = told(again, (one) => one.isOnDuty && one.until === undefined)
    yes(await again.emitWithAck('duty:set', { isOnDuty: false }))
    yes(await again.emitWithAck('duty:set', { isOnDuty: true }))
    expect(await back).not.toHaveProperty('quiet')
  })

  it('may have no end, until it is ended', async () => {
    const anna = await annaOnDuty(relay)
    yes(await anna.emitWithAck('quiet:set', { quiet: {} }))
    relay = await relay.again()
    const again = await openInbox(relay)
    expect(again.welcome.team[0]?.quiet).toEqual({})
    const ended = told(again, (one) => one.quiet === undefined)
    yes(await again.emitWithAck('quiet:set', {}))
    await ended
    relay = await relay.again()
    expect((await openInbox(relay)).welcome.team[0]).not.toHaveProperty('quiet')
  })

  it('has no end in the past, and is nothing for who is away', async () => {
    const anna = await annaOnDuty(relay)
    const past = await anna.emitWithAck('quiet:set', { quiet: { until: Date.now() - minute } })
    expect(past).toEqual({ ok: false, refusal: 'malformed', detail: 'until' })
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false }))
    expect(await anna.emitWithAck('quiet:set', { quiet: {} })).toEqual({ ok: false, refusal: 'not-on-duty' })
  })
})

describe('duty', () => {
  it('has an end that is told to the team and survives a restart', async () => {
    const anna = await openInbox(relay)
    const until = soon()
    const onDuty = told(anna, ({ isOnDuty }) => isOnDuty)
    yes(await anna.emitWithAck('duty:set', { isOnDuty: true, until }))
    expect(await onDuty).toMatchObject({ until })
    closeConnections()
    relay = await relay.again()
    const again = await openInbox(relay)
    const changed = told(again, ({ capacity }) => capacity === 4)
    const { id } = await annas()
    await asAnna('PUT', `/api/operators/${id}`, { capacity: 4, languages: [], skills: [], rank: 0 })
    expect(await changed).toMatchObject({ isOnDuty: true, until })
  })

  it('has no end in the past', async () => {
    const anna = await openInbox(relay)
    const past = Date.now() - minute
    const refusal = { ok: false, refusal: 'malformed' }
    expect(await anna.emitWithAck('duty:set', { isOnDuty: true, until: past })).toMatchObject(refusal)
    expect(await anna.emitWithAck('duty:set', { isOnDuty: false, backAt: past })).toMatchObject(refusal)
  })

  it('loses its end when it ends', async () => {
    const anna = await openInbox(relay)
    yes(await anna.emitWithAck('duty:set', { isOnDuty: true, until: soon() }))
    const away = told(anna, ({ isOnDuty }) => !isOnDuty)
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false }))
    expect(await away).not.toHaveProperty('until')
  })

  it('keeps the return of somebody who goes away and then signs out', async () => {
    const anna = await openInbox(relay)
    const backAt = soon()
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false, backAt }))
    await fetch(`${relay.url}/api/session`, { method: 'DELETE', headers: { cookie: relay.annasCookie } })
    expect((await desk()).backAt).toBe(backAt)
  })

  it('tells visitors when somebody is back, as long as nobody is there', async () => {
    const anna = await openInbox(relay)
    const backAt = soon()
    yes(await anna.emitWithAck('duty:set', { isOnDuty: false, backAt }))
    expect((await desk()).backAt).toBe(backAt)
    relay = await relay.again()
    expect((await desk()).backAt).toBe(backAt)
    yes(await (await openInbox(relay)).emitWithAck('duty:set', { isOnDuty: true }))
    expect(await desk()).not.toHaveProperty('backAt')
  })
})

it('offers the form first where the line is as long as the owner wants it', async () => {
  await annaOnDuty(relay)
  const { reply: settings } = await asAnna('GET', '/api/settings')
  const line = { maximumLength: 1, maximumWaitMinutes: 15 }
  expect((await asAnna('PUT', '/api/settings', { ...settings, line })).status).toBe(200)
  expect((await desk()).line.isFormFirst).toBe(false)
  yes(await (await visit(relay)).request('conversation:ask', question('Hello')))
  expect((await desk()).line.isFormFirst).toBe(true)
})

it('goes on offering the form first until the wait is clearly below the limit', async () => {
  await annaOnDuty(relay)
  const { id } = await annas()
  await asAnna('PUT', `/api/operators/${id}`, { capacity: 1, languages: [], skills: [], rank: 0 })
  yes(await (await visit(relay)).request('conversation:ask', question('First')))
  const minutes = Math.floor((await desk()).next.likelySeconds / 60)
  const mara = await visit(relay)
  yes(await mara.request('conversation:ask', question('Second')))
  const offered: (boolean | undefined)[] = []
  for (const limit of [minutes, minutes + 1, minutes + 3]) {
    await setLimit(limit)
    yes(await (await visit(relay)).request('conversation:ask', question('Hello')))
    offered.push((await visit(relay, mara.token)).welcome.queue?.isFormFirst)
  }
  expect(offered).toEqual([true, true, false])
})

async function setLimit(maximumWaitMinutes: number): Promise<void> {
  const { reply: settings } = await asAnna('GET', '/api/settings')
  const { status } = await asAnna('PUT', '/api/settings', { ...settings, line: { maximumWaitMinutes } })
  expect(status).toBe(200)
}
