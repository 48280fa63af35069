import { join } from 'node:path'
import type { OperatorConversation } from '@deskbell/protocol'
import Database from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from '../src/commands/command-line.ts'
import { closeDesk, openDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
})
afterEach(closeDesk)

const words = {
  asked: 'Does the cobalt teapot survive a dishwasher',
  answered: 'Every teapot of ours does, says the kiln log',
  drafted: 'Ask her for a picture of the glaze',
  noted: 'She bought the cracked one in spring',
  name: 'Mara Quillfeather',
  email: 'mara@quillfeather.example',
  page: 'https://holm.example/basket-of-mara',
  searched: 'wobbling teapot lid',
}
const all = Object.values(words)

const about = (id: string, init: RequestInit = {}) =>
  fetch(`${relay.url}/api/visitors/${id}`, {
    ...init,
    headers: { cookie: relay.annasCookie, origin: relay.url },
  })
const erase = (id: string) => about(id, { method: 'DELETE' })

const searched = (query: string) =>
  fetch(`${relay.url}/api/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'nothing-found', query, locale: 'en' }),
  })

/** Mara asks, Anna takes it, answers and notes something down. */
async function talk(): Promise<{ id: string; mara: TestVisitor }> {
  const mara = await visit(relay)
  expect((await searched(words.searched)).ok).toBe(true)
  const before = {
    searches: [{ query: words.searched, found: 0, at: Date.now() }],
    entries: [],
    page: { title: 'Basket', url: words.page },
  }
  const asking = { ...draft(words.asked), name: words.name, email: words.email, before }
  const { id } = yes(await mara.request('conversation:ask', asking))
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
  yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft(words.answered) }))
  yes(await anna.emitWithAck('note:add', { conversationId: id, ...draft(words.noted) }))
  yes(await anna.emitWithAck('draft:set', { conversationId: id, kind: 'message', text: words.drafted }))
  yes(await mara.request('receipt:give', { delivered: 3, read: 3 }))
  return { id, mara }
}

describe('erasing a visitor', () => {
  it('leaves no byte of them in the data folder while the relay runs', async () => {
    const { id } = await talk()
    expect(new Set(filesWith(relay.dataFolder, all).map((found) => found.split(': ')[1]))).toEqual(new Set(all))
    const reply = await erase(id)
    expect({ status: reply.status, body: await reply.json() }).toEqual({
      status: 200,
      body: { conversations: 1, isJournalEmpty: true },
    })
    expect(filesWith(relay.dataFolder, [...all, id])).toEqual([])
    expect((await about(id)).status).toBe(400)
  })

  it('takes earlier conversations along, and nobody else’s', async () => {
    const { id, mara } = await talk()
    yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
    const again = yes(await mara.request('conversation:ask', question('It is about the teapot again')))
    const ben = await visit(relay)
    const bens = yes(await ben.request('conversation:ask', question('Do you ship to Malta')))
    expect(await (await erase(again.id)).json()).toEqual({ conversations: 2, isJournalEmpty: true })
    expect(filesWith(relay.dataFolder, [...all, 'It is about the teapot again'])).toEqual([])
    expect(filesWith(relay.dataFolder, ['Do you ship to Malta'])).not.toEqual([])
    expect(yes(await ben.request('message:send', draft('Anybody?'))).seq).toBe(2)
    expect(yes(await anna.emitWithAck('conversation:open', { conversationId: bens.id })).page.items).toHaveLength(2)
  })

  it('ends the visitor’s connection; who comes back is somebody new', async () => {
    const { id, mara } = await talk()
    const ended = new Promise<void>((resolve) => {
      mara.onState((state) => state === 'down' && resolve())
    })
    expect((await erase(id)).ok).toBe(true)
    await ended
    const back = await visit(relay, mara.token)
    expect(back.welcome.conversation).toBeUndefined()
    expect(back.welcome.token).toBeTypeOf('string')
    expect(back.welcome.token).not.toBe(mara.token)
    expect(yes(await back.request('conversation:ask', question('Hello, I am new here'))).lastSeq).toBe(1)
  })

  it('tells every operator', async () => {
    const boris = await borisOnDuty(relay)
    const { id } = await talk()
    const told = new Promise((resolve) => boris.once('conversation:erased', resolve))
    await erase(id)
    expect(await told).toEqual({ conversationId: id })
    expect(await boris.emitWithAck('conversation:open', { conversationId: id })).toMatchObject({
      refusal: 'no-conversation',
    })
    expect(await anna.emitWithAck('message:send', { conversationId: id, ...draft('Still there?') })).toMatchObject({
      ok: false,
    })
  })

  it('moves the line up', async () => {
    const ada = await visit(relay)
    const { id } = yes(await ada.request('conversation:ask', question('First')))
    const ben = await visit(relay)
    yes(await ben.request('conversation:ask', question('Second')))
    const moved = next(ben, 'queue:moved', ({ reason }) => reason !== 'joined')
    await erase(id)
    expect((await moved).status.position).toBe(1)
  })

  it('is still so after a restart', async () => {
    const { id } = await talk()
    await erase(id)
    closeConnections()
    relay = await relay.again()
    const inbox = await annaOnDuty(relay)
    expect(await inbox.emitWithAck('conversation:open', { conversationId: id })).toMatchObject({
      refusal: 'no-conversation',
    })
    expect(filesWith(relay.dataFolder, all)).toEqual([])
  })

  it('says so where a backup reads the store meanwhile', async () => {
    const { id } = await talk()
    const backup = new Database(join(relay.dataFolder, 'conversations.db'), { readonly: true })
    backup.exec('BEGIN')
    backup.prepare('SELECT count(*) FROM items').get()
    expect(await (await erase(id)).json()).toEqual({ conversations: 1, isJournalEmpty: false })
    expect(filesWith(relay.dataFolder, all)).not.toEqual([])
    // Closing alone would leave the reading open until its statement is collected.
    backup.exec('COMMIT')
    backup.close()
    const ben = await visit(relay)
    const bens = yes(await ben.request('conversation:ask', question('Do you ship to Malta')))
    expect(await (await erase(bens.id)).json()).toEqual({ conversations: 1, isJournalEmpty: true })
    expect(filesWith(relay.dataFolder, all)).toEqual([])
  }, 60_000)

  it('is for operators, from the inbox', async () => {
    const { id } = await talk()
    const url = `${relay.url}/api/visitors/${id}`
    const origin = relay.url
    expect((await fetch(url)).status).toBe(401)
    expect((await fetch(url, { method: 'DELETE', headers: { origin } })).status).toBe(401)
    const foreign = { cookie: relay.annasCookie, origin: 'https://evil.example' }
    expect((await fetch(url, { method: 'DELETE', headers: foreign })).status).toBe(403)
    expect(filesWith(relay.dataFolder, [words.asked])).not.toEqual([])
  })
})

describe('the export of a visitor', () => {
  it('holds all that is known of them', async () => {
    const { id, mara } = await talk()
    yes(await mara.request('conversation:close', {}))
    const response = await about(id)
    expect(response.headers.get('content-disposition')).toContain('deskbell-visitor.json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = await response.text()
    for (const word of all) expect(text).toContain(word)
    const { conversations } = JSON.parse(text) as { conversations: (OperatorConversation & { items: object[] })[] }
    const iso = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
    expect(conversations).toMatchObject([
      {
        id,
        status: 'closed',
        visitorHas: { read: 3 },
        waits: [{ position: 1, outcome: 'served' }],
        drafts: [{ by: { name: 'Anna' }, kind: 'message', at: iso }],
      },
    ])
    expect(conversations[0]?.items).toMatchObject([
      { seq: 1, kind: 'message', from: 'visitor', at: iso },
      { seq: 2, kind: 'assigned', to: { name: 'Anna' } },
      { seq: 3, kind: 'message', from: 'operator', by: { name: 'Anna' } },
      { seq: 4, kind: 'note', by: { name: 'Anna' } },
      { seq: 5, kind: 'closed' },
    ])
  })

  it('says nothing of operators but their names', async () => {
    const { id } = await talk()
    const text = await (await about(id)).text()
    expect(text).not.toContain('anna@holm.example')
    const { self } = await new Promise<{ self: { id: string } }>((resolve) => {
      anna.once('operator:welcome', resolve)
      anna.disconnect().connect()
    })
    expect(text).not.toContain(self.id)
  })
})

describe('the commands', () => {
  const command = (...words: string[]) => runCommand({ words, environment: { DESKBELL_DATA: relay.dataFolder } })

  it.each(['conversation', 'email'])('export and erase by %s, inside the running relay', async (by) => {
    const { id } = await talk()
    const name = by === 'email' ? words.email.toUpperCase() : id
    const exported = await command('export', name)
    expect(JSON.parse(exported.text).conversations).toMatchObject([{ id, email: words.email }])
    const told = new Promise((resolve) => anna.once('conversation:erased', resolve))
    const erased = await command('erase', name)
    expect(erased).toEqual({ code: 0, text: expect.stringContaining('Erased, with 1 conversation.') })
    expect(await told).toEqual({ conversationId: id })
    expect(filesWith(relay.dataFolder, all)).toEqual([])
  })

  it('find a question by its number', async () => {
    const mara = await visit(relay)
    const { reference = '' } = yes(await mara.request('question:leave', question(words.asked)))
    expect((await command('export', reference)).text).toContain(words.asked)
  })

  it('work while no relay runs', async () => {
    const { id } = await talk()
    await relay.stop()
    expect((await command('export', words.email)).text).toContain(words.noted)
    expect((await command('erase', id)).code).toBe(0)
    expect(filesWith(relay.dataFolder, all)).toEqual([])
  })

  it('know nobody of whom nothing is stored', async () => {
    const refusal = { code: 1, text: 'no visitor has this id, number or e-mail address' }
    expect(await command('export', 'nobody@visitor.example')).toEqual(refusal)
    expect(await command('erase', 'HC-00000')).toEqual(refusal)
  })
})
