import { limits, type OperatorConversation } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { annaOnDuty, type OperatorSocket } from './kit/operators.ts'
import { closeConnections, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  hurryTheGrace()
  relay = await openRelay()
})
afterEach(async () => {
  vi.restoreAllMocks()
  closeConnections()
  await closeRelays()
})

/** The two minutes a lost connection keeps its place pass at once. */
function hurryTheGrace(): void {
  const wait = setTimeout
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((action: () => void, delay?: number) =>
    wait(action, delay === limits.graceOfVisitor ? 50 : delay)) as typeof setTimeout)
}

const changed = (anna: OperatorSocket, is: (head: OperatorConversation) => boolean) =>
  new Promise<OperatorConversation>((resolve) => {
    anna.on('conversations:changed', (heads) => {
      const head = heads.find(is)
      if (head) resolve(head)
    })
  })

/** Mara asks first, Petr second; Mara is away for longer than the grace. */
async function loseMarasPlace(): Promise<{ anna: OperatorSocket; token: string; petr: TestVisitor; id: string }> {
  const anna = await annaOnDuty(relay)
  const [mara, petr] = [await visit(relay), await visit(relay)]
  const { id } = yes(await mara.request('conversation:ask', question('First')))
  yes(await petr.request('conversation:ask', question('Second')))
  const lost = changed(anna, (head) => head.id === id && head.status === 'pending')
  mara.close()
  await lost
  return { anna, token: mara.token, petr, id }
}

it('gives who was away too long the first place back, with one request', async () => {
  const { token, petr, id } = await loseMarasPlace()
  const mara = await visit(relay, token)
  expect(mara.welcome.conversation).toMatchObject({ id, status: 'pending', isPlaceLost: true })
  const maraIs = next(mara, 'queue:moved')
  // He has moved up before.
  const petrIs = next(petr, 'queue:moved', ({ status }) => status.position !== 1)
  expect(yes(await mara.request('queue:rejoin', {}))).toMatchObject({ id, status: 'waiting' })
  expect((await maraIs).status.position).toBe(1)
  expect((await petrIs).status.position).toBe(2)
  expect(mara.items.map(({ kind }) => kind)).toEqual(['rejoined'])
  // Again is once.
  expect(yes(await mara.request('queue:rejoin', {}))).toMatchObject({ status: 'waiting', lastSeq: 3 })
})

it('still knows the first time after a restart', async () => {
  const { token, petr } = await loseMarasPlace()
  const petrsToken = petr.token
  closeConnections()
  relay = await relay.again()
  const anna = await annaOnDuty(relay)
  const [mara] = [await visit(relay, token), await visit(relay, petrsToken)]
  expect(mara.welcome.conversation?.isPlaceLost).toBe(true)
  yes(await mara.request('queue:rejoin', {}))
  expect(yes(await anna.emitWithAck('queue:take', {}))).toMatchObject({ preview: { text: 'First' } })
})

it('refuses it where nobody is on duty, and to who left the line by choice', async () => {
  const { anna, token, petr } = await loseMarasPlace()
  yes(await petr.request('conversation:pend', {}))
  expect(await petr.request('queue:rejoin', {})).toMatchObject({ refusal: 'forbidden' })
  yes(await anna.emitWithAck('duty:set', { isOnDuty: false }))
  const mara = await visit(relay, token)
  expect(await mara.request('queue:rejoin', {})).toMatchObject({ refusal: 'nobody-on-duty' })
})

it('begins another wait, which the time away is no part of', async () => {
  const { anna, token } = await loseMarasPlace()
  const back = Date.now()
  const mara = await visit(relay, token)
  const head = changed(anna, ({ waitsAgain }) => waitsAgain !== undefined)
  yes(await mara.request('queue:rejoin', {}))
  expect((await head).waitsAgain?.since).toBeGreaterThanOrEqual(back)
})
