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
const blocked = { ok: false, refusal: 'blocked', retryAfterMs: expect.any(Number) }

/** Gus asks, Anna has it. */
async function annas(): Promise<{ gus: TestVisitor; conversationId: string }> {
  const gus = await visit(relay)
  const { id: conversationId } = yes(await gus.request('conversation:ask', question('You are thieves')))
  yes(await anna.emitWithAck('conversation:take', { conversationId }))
  return { gus, conversationId }
}

const block = (conversationId: string, until = Date.now() + hour) =>
  anna.emitWithAck('visitor:block', { conversationId, until })
const headOf = async (conversationId: string): Promise<OperatorConversation> =>
  yes(await anna.emitWithAck('conversation:open', { conversationId })).conversation

describe('a blocked visitor', () => {
  it('has what was open closed, and is refused by name whatever they send, in every tab', async () => {
    const { gus, conversationId } = await annas()
    const ended = next(gus, 'conversation:moved', ({ kind }) => kind !== 'assigned')
    const until = Date.now() + hour
    yes(await block(conversationId, until))
    expect(await ended).toMatchObject({ kind: 'closed', by: { name: 'Anna' } })
    expect(await headOf(conversationId)).toMatchObject({ status: 'closed', blockedUntil: until })
    const tab = await visit(relay, gus.token)
    expect(await tab.request('conversation:ask', question('Thieves!'))).toEqual(blocked)
    expect(await gus.request('question:leave', question('Thieves!'))).toEqual(blocked)
    expect(await gus.request('message:send', draft('Thieves!'))).toEqual(blocked)
    const rating = { conversationId, solved: 'no', comment: 'Thieves!' } as const
    expect(await gus.request('conversation:rate', rating)).toEqual(blocked)
    expect(JSON.stringify(tab.welcome)).not.toContain('blocked')
  })

  it('stays blocked over a restart, also in what is opened again, and other visitors do not notice', async () => {
    const { gus, conversationId } = await annas()
    yes(await block(conversationId))
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    const back = await visit(relay, gus.token)
    expect(await back.request('conversation:ask', question('Thieves!'))).toEqual(blocked)
    yes(await anna.emitWithAck('conversation:reopen', { conversationId }))
    expect(await back.request('message:send', draft('Thieves!'))).toEqual(blocked)
    const ines = await visit(relay)
    yes(await ines.request('conversation:ask', question('Is the bowl back?')))
  })

  it('has what was acknowledged before, when it is sent again', async () => {
    const { gus, conversationId } = await annas()
    const said = draft('And crooks')
    const { seq } = yes(await gus.request('message:send', said))
    yes(await block(conversationId))
    expect(yes(await gus.request('message:send', said)).seq).toBe(seq)
  })

  it('may write again when the time is over, or when an operator says so', async () => {
    const { gus, conversationId } = await annas()
    yes(await block(conversationId))
    yes(await anna.emitWithAck('visitor:block', { conversationId }))
    const { id } = yes(await gus.request('conversation:ask', question('Sorry')))
    yes(await block(id, Date.now() + 5_000))
    expect(await gus.request('conversation:ask', question('Hello?'))).toEqual(blocked)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
    yes(await gus.request('conversation:ask', question('Hello?')))
  })

  it('is blocked from an earlier conversation too', async () => {
    const { gus, conversationId } = await annas()
    yes(await gus.request('conversation:close', {}))
    const { id } = yes(await gus.request('conversation:ask', question('Me again')))
    yes(await block(conversationId))
    expect(await headOf(id)).toMatchObject({ status: 'closed', blockedUntil: expect.any(Number) })
    expect(await gus.request('conversation:ask', question('Thieves!'))).toEqual(blocked)
  })

  it('stays where they are with a colleague, who has to close it, and is refused there', async () => {
    const { gus, conversationId } = await annas()
    const boris = await borisOnDuty(relay)
    yes(await boris.emitWithAck('visitor:block', { conversationId, until: Date.now() + hour }))
    expect(await headOf(conversationId)).toMatchObject({ status: 'assigned', blockedUntil: expect.any(Number) })
    expect(await gus.request('message:send', draft('Thieves!'))).toEqual(blocked)
  })

  it('is blocked for a year at most', async () => {
    const { conversationId } = await annas()
    const tooLong = Date.now() + workLimits.blockedWithin + hour
    expect(await block(conversationId, tooLong)).toMatchObject({ refusal: 'malformed', detail: 'until' })
    const nobodys = '00000000-0000-4000-8000-000000000000'
    expect(await block(nobodys)).toMatchObject({ refusal: 'no-conversation' })
  })
})
