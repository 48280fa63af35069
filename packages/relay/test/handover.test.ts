import type { Settings } from '@deskbell/protocol'
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
  id = yes(await mara.request('conversation:ask', question('Can I exchange the bowl?'))).id
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
})
afterEach(closeDesk)

const kindsFor = async (visitor: TestVisitor) =>
  yes(await visitor.request('conversation:resume', { after: 0 })).items.map(({ kind }) => kind)

async function toBoris(): Promise<void> {
  const transfer = { conversationId: id, to: await idOf(relay, 'Boris'), note: draft('Knows exchanges best') }
  yes(await anna.emitWithAck('conversation:transfer', transfer))
}

async function put(path: string, change: object): Promise<void> {
  const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
  const { status } = await fetch(relay.url + path, { method: 'PUT', headers, body: JSON.stringify(change) })
  expect(status).toBe(200)
}

async function openWithin(openWithinSeconds: number): Promise<void> {
  const headers = { cookie: relay.annasCookie }
  const settings = (await (await fetch(`${relay.url}/api/settings`, { headers })).json()) as Settings
  await put('/api/settings', { ...settings, openWithinSeconds })
}

describe('a transfer to Boris', () => {
  it('is news to the visitor once he opens it, and not before', async () => {
    await toBoris()
    const tab = await visit(relay, mara.token)
    expect(tab.welcome.conversation?.operator?.name).toBe('Anna')
    expect(await kindsFor(mara)).toEqual(['message', 'assigned', 'internal', 'internal'])
    const told = next(tab, 'conversation:moved')
    const opened = yes(await boris.emitWithAck('conversation:open', { conversationId: id }))
    expect(opened.page.items.map(({ kind }) => kind)).toEqual(['message', 'assigned', 'note', 'handed', 'transferred'])
    expect(opened.conversation).not.toHaveProperty('openBy')
    expect(await told).toMatchObject({ kind: 'transferred', by: { name: 'Anna' }, to: { name: 'Boris' } })
    expect((await visit(relay, mara.token)).welcome.conversation?.operator?.name).toBe('Boris')
  })

  it('is heard by him before he opens it: what the visitor writes meanwhile is not lost', async () => {
    await toBoris()
    const heard = new Promise((resolve) => boris.once('message:sent', resolve))
    yes(await mara.request('message:send', draft('It is the blue one')))
    expect(await heard).toMatchObject({ item: { text: 'It is the blue one' } })
  })

  it('comes back to Anna where he does not open it in time', async () => {
    await openWithin(5)
    const annasId = await idOf(relay, 'Anna')
    await toBoris()
    const head = await headOf(anna, ({ operatorId }) => operatorId === annasId)
    expect(head).not.toHaveProperty('handed')
    const { page } = yes(await anna.emitWithAck('conversation:open', { conversationId: id }))
    expect(page.items.at(-1)).toMatchObject({ kind: 'handed-back', by: { name: 'Boris' }, to: { name: 'Anna' } })
    expect(await kindsFor(mara)).toEqual(['message', 'assigned', 'internal', 'internal', 'internal'])
  }, 60_000)

  it('can be taken back until he opens it', async () => {
    await toBoris()
    const head = yes(await anna.emitWithAck('transfer:undo', { conversationId: id }))
    expect(head).toMatchObject({ status: 'assigned', operatorId: await idOf(relay, 'Anna') })
    await toBoris()
    yes(await boris.emitWithAck('conversation:open', { conversationId: id }))
    const late = await anna.emitWithAck('transfer:undo', { conversationId: id })
    expect(late).toEqual({ ok: false, refusal: 'already-taken', detail: await idOf(relay, 'Boris') })
  })

  it('is still underway after a restart', async () => {
    await toBoris()
    relay = await relay.again()
    const tab = await visit(relay, mara.token)
    expect(tab.welcome.conversation?.operator?.name).toBe('Anna')
  })
})

describe('a transfer to a skill', () => {
  it('waits in line for who has it', async () => {
    const profile = { capacity: 1, languages: [], skills: ['repairs'], rank: 0 }
    await put(`/api/operators/${await idOf(relay, 'Boris')}`, profile)
    const moved = next(mara, 'queue:moved')
    yes(await anna.emitWithAck('conversation:transfer', { conversationId: id, to: 'line', skill: 'repairs' }))
    expect((await moved).status.position).toBe(1)
    const taken = yes(await boris.emitWithAck('conversation:take', { conversationId: id }))
    expect(taken.skill).toBe('repairs')
  })

  it('is refused where nobody else on duty has it', async () => {
    const transfer = { conversationId: id, to: 'line' as const, skill: 'astronomy' }
    const reply = await anna.emitWithAck('conversation:transfer', transfer)
    expect(reply).toMatchObject({ ok: false, refusal: 'nobody-on-duty' })
  })
})
