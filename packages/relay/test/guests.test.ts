import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { borisOnDuty, headOf, idOf, type OperatorSocket } from './kit/operators.ts'
import { draft, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
let boris: OperatorSocket
let mara: TestVisitor
let id: string
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  boris = await borisOnDuty(relay)
  mara = await visit(relay)
  id = yes(await mara.request('conversation:ask', question('Can I glaze it again?'))).id
  const told = next(mara, 'conversation:moved')
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
  await told
})
afterEach(closeDesk)

async function invite(): Promise<void> {
  const who = await idOf(relay, 'Boris')
  const asked = headOf(boris, ({ invited }) => invited?.includes(who) === true)
  yes(await anna.emitWithAck('conversation:invite', { conversationId: id, who, note: draft('Knows glazes') }))
  await asked
}

describe('a colleague who is asked to join', () => {
  it('answers beside Anna, and the visitor sees both by name', async () => {
    await invite()
    const told = next(mara, 'conversation:moved', ({ kind }) => kind === 'joined')
    const welcome = next(mara, 'visitor:welcome', ({ conversation }) => conversation?.others !== undefined)
    const joined = yes(await boris.emitWithAck('conversation:join', { conversationId: id }))
    expect(joined).toMatchObject({ operatorId: await idOf(relay, 'Anna'), guests: [await idOf(relay, 'Boris')] })
    expect(await told).toMatchObject({ by: { name: 'Boris' } })
    expect((await welcome).conversation).toMatchObject({ operator: { name: 'Anna' }, others: [{ name: 'Boris' }] })
    const [said, writes] = [next(mara, 'message:sent'), next(mara, 'typing:started')]
    yes(await boris.emitWithAck('typing:start', { conversationId: id }))
    const listed = headOf(anna, ({ preview }) => preview?.from === 'operator')
    yes(await boris.emitWithAck('message:send', { conversationId: id, ...draft('Yes, at 1,240 degrees') }))
    expect((await listed).preview?.by).toBe(await idOf(relay, 'Boris'))
    expect(await writes).toMatchObject({ name: 'Boris' })
    expect(await said).toMatchObject({ by: { name: 'Boris' }, text: 'Yes, at 1,240 degrees' })
    const tab = await visit(relay, mara.token)
    expect(tab.welcome.conversation?.others).toEqual([{ name: 'Boris' }])
    const { items } = yes(await tab.request('conversation:resume', { after: 2 }))
    expect(items.map(({ kind }) => kind)).toEqual(['internal', 'internal', 'joined', 'message'])
    expect(JSON.stringify(items)).not.toContain('Knows glazes')
  })

  it('leaves, and the visitor is told', async () => {
    await invite()
    yes(await boris.emitWithAck('conversation:join', { conversationId: id }))
    const welcome = new Promise((resolve) =>
      mara.on('visitor:welcome', ({ conversation }) => conversation?.others || resolve(conversation)),
    )
    yes(await boris.emitWithAck('conversation:leave', { conversationId: id }))
    expect(await welcome).toMatchObject({ operator: { name: 'Anna' } })
    const late = await boris.emitWithAck('message:send', { conversationId: id, ...draft('One more thing') })
    expect(late).toMatchObject({ ok: false, refusal: 'forbidden' })
  })

  it('is still a guest after a restart', async () => {
    await invite()
    yes(await boris.emitWithAck('conversation:join', { conversationId: id }))
    relay = await relay.again()
    const tab = await visit(relay, mara.token)
    expect(tab.welcome.conversation?.others).toEqual([{ name: 'Boris' }])
  })
})

describe('a colleague who reads along', () => {
  it('is seen by the team, and by nothing that reaches the visitor', async () => {
    const heard: string[] = []
    for (const event of ['message:sent', 'conversation:moved', 'typing:started', 'receipt:given'] as const)
      mara.on(event, () => heard.push(event))
    const read = new Promise((resolve) => anna.once('reading:changed', resolve))
    yes(await boris.emitWithAck('conversation:open', { conversationId: id }))
    yes(await boris.emitWithAck('reading:set', { conversationId: id }))
    expect(await read).toEqual({ conversationId: id, readers: [await idOf(relay, 'Boris')] })
    yes(await boris.emitWithAck('typing:start', { conversationId: id }))
    yes(await boris.emitWithAck('receipt:give', { conversationId: id, delivered: 0, read: 2 }))
    const whispered = new Promise((resolve) => anna.once('conversation:moved', resolve))
    yes(await boris.emitWithAck('note:add', { conversationId: id, ...draft('Offer the other glaze') }))
    expect(await whispered).toMatchObject({ item: { kind: 'note', text: 'Offer the other glaze' } })
    const said = next(mara, 'message:sent')
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('Good morning') }))
    await said
    // The note is a number without words.
    expect(heard).toEqual(['conversation:moved', 'message:sent'])
    expect(mara.items.at(-2)).toEqual({ kind: 'internal', seq: 3, at: expect.any(Number) })
    expect(mara.welcome.conversation?.theirs.read ?? 0).toBe(0)
  })
})
