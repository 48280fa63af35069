import { type OperatorConversation, workLimits } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket } from './kit/operators.ts'
import { draft, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
})
afterEach(async () => {
  vi.useRealTimers()
  await closeDesk()
})

const hour = 3_600_000

/** Mara asks, Anna has it. */
async function annas(): Promise<{ mara: TestVisitor; conversationId: string }> {
  const mara = await visit(relay)
  const { id: conversationId } = yes(await mara.request('conversation:ask', question('Is the bowl back?')))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  return { mara, conversationId }
}

const headOf = async (conversationId: string): Promise<OperatorConversation> =>
  yes(await anna.emitWithAck('conversation:open', { conversationId })).conversation

describe('a conversation that is put off', () => {
  it('becomes a question to its visitor, who learns nothing of the time', async () => {
    const { mara, conversationId } = await annas()
    const told = next(mara, 'conversation:moved', ({ kind }) => kind !== 'assigned')
    const at = Date.now() + hour
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at }))
    expect(await told).toMatchObject({ kind: 'pended', reference: expect.any(String) })
    const { welcome } = await visit(relay, mara.token)
    expect(welcome.conversation).toMatchObject({ status: 'pending' })
    expect(JSON.stringify(welcome)).not.toContain(String(at))
    yes(await mara.request('message:send', draft('Thank you!')))
  })

  it('has nothing unread where all of it was read, and something once its visitor writes', async () => {
    const { mara, conversationId } = await annas()
    const { lastSeq } = await headOf(conversationId)
    yes(await anna.emitWithAck('receipt:give', { conversationId, delivered: lastSeq, read: lastSeq }))
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at: Date.now() + hour }))
    const putOff = await headOf(conversationId)
    expect(putOff.operatorHas.read).toBe(putOff.lastSeq)
    yes(await mara.request('message:send', draft('Is it?')))
    const back = await headOf(conversationId)
    expect(back.operatorHas.read).toBe(back.lastSeq - 1)
  })

  it('is told to the team, and there after a restart', async () => {
    const { conversationId } = await annas()
    const boris = await borisOnDuty(relay)
    const told = new Promise<OperatorConversation>((resolve) => {
      boris.on('conversations:changed', (heads) => heads[0]?.followUp && resolve(heads[0]))
    })
    const at = Date.now() + hour
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at }))
    const followUp = { at, by: anna.welcome.self.id }
    expect(await told).toMatchObject({ id: conversationId, status: 'pending', followUp })
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at: at + 1 }))
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    expect(await headOf(conversationId)).toMatchObject({ followUp: { ...followUp, at: at + 1 } })
    yes(await anna.emitWithAck('follow-up:set', { conversationId }))
    expect((await headOf(conversationId)).followUp).toBeUndefined()
  })

  it('is taken back by taking it', async () => {
    const { conversationId } = await annas()
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at: Date.now() + hour }))
    yes(await anna.emitWithAck('conversation:take', { conversationId }))
    const head = await headOf(conversationId)
    expect(head).toMatchObject({ status: 'assigned', operatorId: anna.welcome.self.id })
    expect(head.followUp).toBeUndefined()
  })

  it('is done with when it is answered after its time, also for a relay that starts again', async () => {
    const { conversationId } = await annas()
    yes(await anna.emitWithAck('follow-up:set', { conversationId, at: Date.now() + 5_000 }))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
    yes(await anna.emitWithAck('message:send', { conversationId, ...draft('It is!') }))
    vi.useRealTimers()
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    expect((await headOf(conversationId)).followUp).toBeUndefined()
  })

  it('comes back within a year, and is its operator’s alone to put off', async () => {
    const { conversationId } = await annas()
    const set = (at: number) => anna.emitWithAck('follow-up:set', { conversationId, at })
    for (const at of [Date.now() + workLimits.followUpWithin + hour, Number.NaN])
      expect(await set(at)).toMatchObject({ refusal: 'malformed' })
    const boris = await borisOnDuty(relay)
    const colleagues = await boris.emitWithAck('follow-up:set', { conversationId, at: Date.now() + hour })
    expect(colleagues).toEqual({ ok: false, refusal: 'forbidden' })
  })
})
