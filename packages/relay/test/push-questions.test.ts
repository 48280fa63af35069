// What a device is told of questions, while no page of its operator is open.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { annaOnDuty, borisJoins, type OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, question, visit, yes } from './kit/people.ts'
import { openPushService } from './kit/push-service.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

vi.setConfig({ testTimeout: 60_000 })

let relay: TestRelay
let service: Awaited<ReturnType<typeof openPushService>>
beforeEach(async () => {
  service = await openPushService()
  relay = await openRelay({}, 'by-hand', service.agent)
})
afterEach(async () => {
  vi.useRealTimers()
  closeConnections()
  await closeRelays()
  service.close()
})

const device = (cookie = relay.annasCookie, ending = '') =>
  fetch(`${relay.url}/api/push`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ ...service.device, endpoint: service.device.endpoint + ending }),
  })
const taken = (count: number) => vi.waitFor(() => expect(service.taken).toHaveLength(count), 20_000)
const takenBy = async (operator: OperatorSocket) => {
  const petr = await visit(relay)
  const { id: conversationId } = yes(await petr.request('conversation:ask', { ...question('First'), name: 'Petr' }))
  yes(await operator.emitWithAck('conversation:take', { conversationId }))
  return { petr, conversationId }
}
const told = () => service.taken.map(({ path, alert }) => `${path} ${alert.title}`)

it('is told who writes to a question that its operator, and no other, has put off', async () => {
  const [anna, borissCookie] = [await annaOnDuty(relay), await borisJoins(relay)]
  await device()
  await device(borissCookie, 'd')
  const { petr, conversationId } = await takenBy(anna)
  yes(await anna.emitWithAck('follow-up:set', { conversationId, at: Date.now() + 3_600_000 }))
  yes(await petr.request('message:send', draft('Still there?')))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
})

it('is told once what was put off is due, also where its operator wants quiet, and colleagues are not', async () => {
  const [anna, borissCookie] = [await annaOnDuty(relay), await borisJoins(relay)]
  await device()
  await device(borissCookie, 'd')
  const { petr, conversationId } = await takenBy(anna)
  const other = (await takenBy(anna)).conversationId
  const at = Date.now() + 3_600_000
  yes(await anna.emitWithAck('follow-up:set', { conversationId, at }))
  yes(await anna.emitWithAck('follow-up:set', { conversationId: other, at: at + 60_000 }))
  yes(await anna.emitWithAck('quiet:set', { quiet: {} }))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
  vi.useFakeTimers({ toFake: ['Date'], now: at })
  await taken(2)
  vi.setSystemTime(at + 60_000)
  await taken(3)
  vi.useRealTimers()
  const due = service.taken.slice(1).map(({ path, alert }) => [path, alert.title, alert.conversationId])
  const title = 'Petr: time to follow up'
  expect(due).toEqual([
    ['/send/abc', title, conversationId],
    ['/send/abc', title, other],
  ])
})

it('is told once a minute who adds to a question that is nobody’s, as of a question that is left', async () => {
  await device()
  const anna = await annaOnDuty(relay)
  const petr = await visit(relay)
  yes(await petr.request('question:leave', { ...question('First'), name: 'Petr' }))
  anna.close()
  await vi.waitFor(async () => {
    yes(await petr.request('message:send', draft('Anybody?')))
    expect(told()).toEqual(['/send/abc Petr answered'])
  }, 20_000)
  yes(await petr.request('message:send', draft('Hello?')))
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  // His connection ends with the leap.
  const tab = await visit(relay, petr.token)
  yes(await tab.request('message:send', draft('Still nobody?')))
  await taken(2)
  vi.useRealTimers()
  expect(service.taken.map(({ alert }) => alert.body)).toEqual(['Anybody?', 'Still nobody?'])
})
