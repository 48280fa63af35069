import { createHmac } from 'node:crypto'
import { connectVisitor } from '@deskbell/client/socket'
import type { FoundConversations, Identity, OpenedConversation, OperatorItem, VisitorWelcome } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import { fetchFile, photo, upload } from './kit/files.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, borisOnDuty, headOf, type OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, keepForClosing, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'
import { pastRestoring } from './kit/restorable.ts'

let relay: TestRelay
let anna: OperatorSocket
let secret: string
/** Mara's, who left a question on the phone and asks on the laptop, and signs in to the shop on both. */
let phone: TestVisitor
let laptop: TestVisitor
let asked: string
let left: string
let reference: string

beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  const headers = { cookie: relay.annasCookie, origin: relay.url }
  const reply = await fetch(`${relay.url}/api/identity-secret`, { headers })
  secret = ((await reply.json()) as { secret: string }).secret
  const onPhone = await visit(relay)
  const kept = yes(await onPhone.request('question:leave', question('Is the quillfeather bowl dishwasher-safe?')))
  left = kept.id
  reference = kept.reference ?? ''
  yes(await anna.emitWithAck('message:send', { conversationId: left, ...draft('I will ask the potter') }))
  yes(await anna.emitWithAck('note:add', { conversationId: left, ...draft('Ask Noor about glazes') }))
  const onLaptop = await visit(relay)
  asked = yes(await onLaptop.request('conversation:ask', question('And how long is delivery?'))).id
  phone = await device('4711', onPhone.token)
  laptop = await device('4711', onLaptop.token)
  onPhone.close()
  onLaptop.close()
  yes(await anna.emitWithAck('conversation:take', { conversationId: asked }))
})
afterEach(closeDesk)

/** A device on which the shop says who its visitor is. */
async function device(id: string, token?: string): Promise<TestVisitor> {
  const identity: Identity = { id, name: 'Mara', hash: createHmac('sha256', secret).update(id).digest('hex') }
  const connection = connectVisitor(relay.url, () => ({ locale: 'en', identity, ...(token && { token }) }))
  keepForClosing(connection)
  const welcome = await next(connection, 'visitor:welcome')
  return { ...connection, welcome, items: [], files: [], token: welcome.token ?? token ?? '' }
}

const merge = (by = anna, conversationId = asked, from = left) =>
  by.emitWithAck('conversation:merge', { conversationId, from })
const undo = (by = anna) => by.emitWithAck('merge:undo', { conversationId: left })
const opened = async (conversationId: string): Promise<OpenedConversation> =>
  yes(await anna.emitWithAck('conversation:open', { conversationId }))
const textsOf = (items: readonly OperatorItem[]) =>
  items.flatMap((item) => ('text' in item ? item.text : item.kind === 'merged' ? item.reference : []))
const seqOf = (text: string, items: readonly OperatorItem[]) =>
  items.find((item) => 'text' in item && item.text === text)?.seq
const thread = async (visitor: TestVisitor) =>
  yes(await visitor.request('conversation:resume', { after: 0 })).items.filter(({ kind }) => kind !== 'internal')
async function search(q: string): Promise<FoundConversations> {
  const headers = { cookie: relay.annasCookie }
  const response = await fetch(`${relay.url}/api/conversations?${new URLSearchParams({ q })}`, { headers })
  return (await response.json()) as FoundConversations
}
const words = ['Is the quillfeather bowl dishwasher-safe?', 'I will ask the potter', 'Ask Noor about glazes']

describe('a question that is merged', () => {
  it('goes on in the conversation, word for word, under a line with its reference', async () => {
    const before = (await opened(left)).page.items
    yes(await merge())
    const { page } = await opened(asked)
    expect(textsOf(page.items)).toEqual(['And how long is delivery?', reference, ...words])
    expect(page.items.map(({ seq }) => seq)).toEqual(page.items.map((_, index) => index + 1))
    const at = (items: readonly OperatorItem[], text = words[0]) =>
      items.find((item) => item.kind === 'message' && item.text === text)?.at
    expect(at(page.items)).toBe(at(before))
    expect(page.items.findLast((item) => item.kind === 'note')).toMatchObject({ by: { name: 'Anna' } })
  })

  it('is one thread for its visitor on every device, notes left out', async () => {
    const welcomes: VisitorWelcome[] = []
    phone.on('visitor:welcome', (welcome) => welcomes.push(welcome))
    const told = next(laptop, 'conversation:moved', ({ kind }) => kind !== 'assigned')
    yes(await merge())
    expect(await told).toMatchObject({ kind: 'merged', by: { name: 'Anna' }, reference })
    await expect.poll(() => welcomes.at(-1)?.conversation?.id).toBe(asked)
    const items = await thread(laptop)
    expect(items.map(({ kind }) => kind)).toEqual(['message', 'assigned', 'merged', 'message', 'message'])
    expect(items.at(-1)).toMatchObject({ by: { name: 'Anna' }, text: words[1] })
    expect(JSON.stringify(items)).not.toMatch(/Noor|conversationId/)
    expect((await thread(phone)).length).toBe(items.length)
    yes(await phone.request('message:send', draft('Thank you')))
    expect((await opened(asked)).page.items.at(-1)).toMatchObject({ text: 'Thank you' })
  })

  it('leaves the lists of all, and says where it went', async () => {
    const boris = await borisOnDuty(relay)
    const over = headOf(boris, ({ id, status }) => id === left && status === 'closed')
    yes(await merge())
    expect(await over).toMatchObject({ mergedInto: asked, reference })
    expect((await opened(left)).page.items.at(-1)).toMatchObject({ kind: 'merged-into', into: asked })
    expect(await anna.emitWithAck('conversation:reopen', { conversationId: left })).toMatchObject({ ok: false })
  })

  it('is still merged after a restart, and found by reference and words', async () => {
    yes(await merge())
    closeConnections()
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    expect(textsOf((await opened(asked)).page.items)).toEqual(['And how long is delivery?', reference, ...words])
    const find = async (q: string) => (await search(q)).found.map(({ conversation }) => conversation.id)
    for (const words of ['potter', 'noor', 'delivery potter', reference]) expect(await find(words)).toEqual([asked])
    const { found } = await search('potter')
    expect(found[0]?.said).toEqual({
      seq: seqOf('I will ask the potter', (await opened(asked)).page.items),
      text: words[1],
    })
    yes(await undo())
    for (const words of ['potter', 'noor']) expect(await find(words)).toEqual([left])
    expect(await find('delivery potter')).toEqual([])
  })

  it('is found at its words in a conversation that is older', async () => {
    const [onLaptop, onPhone] = [await visit(relay), await visit(relay)]
    const older = yes(await onLaptop.request('conversation:ask', question('Do you glaze?'))).id
    const newer = yes(await onPhone.request('question:leave', question('Which wombat is on the mug?'))).id
    for (const { token } of [onLaptop, onPhone]) await device('4713', token)
    yes(await anna.emitWithAck('conversation:take', { conversationId: older }))
    yes(await merge(anna, older, newer))
    const seq = seqOf('Which wombat is on the mug?', (await opened(older)).page.items)
    const { found } = await search('wombat')
    expect(found.map(({ conversation, said }) => [conversation.id, said?.seq])).toEqual([[older, seq]])
  })

  it('is erased with all that was copied of it', async () => {
    yes(await merge())
    const headers = { cookie: relay.annasCookie, origin: relay.url }
    const copy = await fetch(`${relay.url}/api/visitors/${asked}`, { headers })
    expect(((await copy.json()) as { conversations: object[] }).conversations).toHaveLength(2)
    const reply = await fetch(`${relay.url}/api/visitors/${asked}`, { method: 'DELETE', headers })
    expect(await reply.json()).toEqual({ conversations: 2, isJournalEmpty: true })
    expect(filesWith(relay.dataFolder, ['quillfeather', 'potter', 'Noor'])).toEqual([])
  })
})

describe('what was merged by mistake', () => {
  it('is a question again, and no longer where it was put', async () => {
    yes(await merge())
    const back = headOf(anna, ({ id, status }) => id === left && status === 'pending')
    expect(yes(await undo())).toMatchObject({ id: left, status: 'pending', reference })
    expect(await back).not.toHaveProperty('mergedInto')
    expect(textsOf((await opened(left)).page.items)).toEqual(words)
    const { items } = (await opened(asked)).page
    expect(textsOf(items)).toEqual(['And how long is delivery?', reference])
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1))
    expect((await thread(laptop)).map(({ kind }) => kind)).toEqual(['message', 'assigned'])
    yes(await merge())
    expect((await thread(laptop)).filter(({ kind }) => kind === 'merged')).toHaveLength(1)
    expect(textsOf((await opened(asked)).page.items).slice(-3)).toEqual(words)
  })

  it('is told to its visitor, who reads anew without it', async () => {
    yes(await merge())
    const told = next(laptop, 'conversation:moved', ({ kind }) => kind === 'internal')
    yes(await undo())
    expect(await told).toEqual({ kind: 'internal', seq: expect.any(Number), at: expect.any(Number), isParted: true })
    const others = yes(await laptop.request('conversation:resume', { after: 0 })).items
    expect(others.filter((item) => item.kind === 'internal' && item.isParted)).toHaveLength(1)
  })

  it('takes its files along, both ways, and a deleted one is gone everywhere', async () => {
    const { body } = await upload(relay, { conversationId: left }, 'glaze.jpg', await photo())
    yes(await anna.emitWithAck('message:send', { conversationId: left, ...draft('See'), files: [body.id] }))
    yes(await merge())
    yes(await undo())
    yes(await merge())
    yes(await anna.emitWithAck('file:delete', { conversationId: asked, id: body.id }))
    expect((await fetchFile(relay, body.id)).status).toBe(404)
    for (const id of [asked, left]) {
      const files = (await opened(id)).page.items.flatMap((item) => (item.kind === 'message' ? (item.files ?? []) : []))
      expect(files).toEqual([{ id: body.id, isDeleted: true }])
    }
    relay = await pastRestoring(relay)
    await relay.stop()
    expect(filesWith(relay.dataFolder, ['glaze.jpg']).filter((found) => !found.includes('-wal'))).toEqual([])
  })
})

it('a file of a merged question is deleted there too, and both are told', async () => {
  const { body } = await upload(relay, { conversationId: left }, 'glaze.jpg', await photo())
  yes(await anna.emitWithAck('message:send', { conversationId: left, ...draft('See'), files: [body.id] }))
  yes(await merge())
  const told = next(laptop, 'file:changed')
  yes(await anna.emitWithAck('file:delete', { conversationId: left, id: body.id }))
  expect(await told).toEqual({ id: body.id, isDeleted: true })
  for (const id of [asked, left]) {
    const files = (await opened(id)).page.items.flatMap((item) => (item.kind === 'message' ? (item.files ?? []) : []))
    expect(files).toEqual([{ id: body.id, isDeleted: true }])
  }
})

it('a file that was deleted before its question was merged is restored in both', async () => {
  const { body } = await upload(relay, { conversationId: left }, 'glaze.jpg', await photo())
  yes(await anna.emitWithAck('message:send', { conversationId: left, ...draft('See'), files: [body.id] }))
  yes(await anna.emitWithAck('file:delete', { conversationId: left, id: body.id }))
  yes(await merge())
  const told = next(laptop, 'file:changed')
  yes(await anna.emitWithAck('file:restore', { conversationId: left, id: body.id }))
  expect(await told).toEqual(body)
  for (const id of [asked, left]) {
    const files = (await opened(id)).page.items.flatMap((item) => (item.kind === 'message' ? (item.files ?? []) : []))
    expect(files).toEqual([body])
  }
})

describe('conversations that stay apart', () => {
  it('are those of different visitors, whatever they say of themselves', async () => {
    const eve = await visit(relay)
    const said = { ...question('Show me more'), name: 'Mara', email: 'mara@visitor.example' }
    const { id } = yes(await eve.request('conversation:ask', said))
    yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    expect(await merge(anna, id)).toMatchObject({ ok: false, refusal: 'forbidden' })
    expect(JSON.stringify(await thread(eve))).not.toContain('quillfeather')
    const ben = await device('4712')
    const other = yes(await ben.request('question:leave', question('Who else?'))).id
    expect(await merge(anna, asked, other)).toMatchObject({ ok: false, refusal: 'forbidden' })
  })

  it('are a colleague’s, what is no question, and itself', async () => {
    const boris = await borisOnDuty(relay)
    expect(await merge(boris)).toMatchObject({ ok: false, refusal: 'forbidden' })
    expect(await merge(anna, left, asked)).toMatchObject({ ok: false, refusal: 'forbidden' })
    expect(await merge(anna, left, left)).toMatchObject({ ok: false, refusal: 'forbidden' })
    expect(await undo()).toMatchObject({ ok: false, refusal: 'conversation-closed' })
    yes(await merge())
    expect(await merge()).toMatchObject({ ok: false, refusal: 'conversation-closed' })
    expect(await undo(boris)).toMatchObject({ ok: false, refusal: 'forbidden' })
  })
})
