import { createHmac } from 'node:crypto'
import { connectVisitor } from '@deskbell/client/socket'
import type { FoundConversations } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askedIn, termsOf } from '../src/archive/terms.ts'
import { closeDesk, openDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { annaOnDuty, borisOnDuty, type OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, keepForClosing, next, question, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
})
afterEach(closeDesk)

const ask = (query: Record<string, string>, cookie = relay.annasCookie) =>
  fetch(`${relay.url}/api/conversations?${new URLSearchParams(query)}`, { headers: { cookie } })

/** Once all that was said is read. */
async function find(query: Record<string, string>): Promise<FoundConversations> {
  const response = await ask(query)
  expect(response.status).toBe(200)
  const answer = (await response.json()) as FoundConversations
  return answer.isReading ? find(query) : answer
}

/** The shop says who a visitor is, on their next page. */
async function identified(who: { id: string; name: string; email: string }, token: string): Promise<void> {
  const headers = { cookie: relay.annasCookie, origin: relay.url }
  const { secret } = (await (await fetch(`${relay.url}/api/identity-secret`, { headers })).json()) as { secret: string }
  const identity = { ...who, hash: createHmac('sha256', secret).update(who.id).digest('hex') }
  const connection = connectVisitor(relay.url, () => ({ locale: 'en', identity, token }))
  keepForClosing(connection)
  await next(connection, 'visitor:welcome')
}

const idsOf = ({ found }: FoundConversations) => found.map(({ conversation }) => conversation.id)

/** A conversation with Anna, who answers and ends it. */
async function talk(asked: string, answered: string, name?: string): Promise<string> {
  const visitor = await visit(relay)
  const { id } = yes(await visitor.request('conversation:ask', { ...question(asked), ...(name && { name }) }))
  yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
  yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft(answered) }))
  yes(await anna.emitWithAck('conversation:close', { conversationId: id }))
  return id
}

describe('what a text is found by', () => {
  it.each([
    ['Die Tassen — für Übermorgen!', ['die', 'tassen', 'fur', 'ubermorgen']],
    ['日本語の本', ['日本', '本語', '語の', 'の本', '日', '本', '語', 'の']],
    ['茶 and tea', ['茶', 'and', 'tea']],
    ['أين الطلب؟', ['اين', 'الطلب', 'طلب']],
    ['IĞDIR ılık', ['igdir', 'ilik']],
    ['…!', []],
  ])('%s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms)
  })

  it('is searched for as beginnings, word by word', () => {
    expect(askedIn('Tea "pot" 本')).toEqual([{ match: '"tea" *' }, { match: '"pot" *' }, { match: '"本"' }])
    expect(askedIn('dishwasher')).toEqual([{ match: '"dishwa" *', beginning: 'dishwasher' }])
    expect(askedIn('日本語 ab')).toEqual([{ match: '"日本 本語"' }, { match: '"ab"' }])
    expect(askedIn('والطلبات')).toEqual([{ match: '"طلبات" *' }])
    expect(askedIn(' * ')).toEqual([])
  })
})

describe('the search over conversations', () => {
  it('finds what was said, noted, and who said it', async () => {
    const teapot = await talk('Does the cobalt teapot drip?', 'Never, says the kiln log', 'Mara Quillfeather')
    const visitor = await visit(relay)
    const { id: plate } = yes(await visitor.request('conversation:ask', question('Is the plate oval?')))
    yes(await anna.emitWithAck('note:add', { conversationId: plate, ...draft('Bought the cracked one') }))
    expect(idsOf(await find({ q: 'COBALT teap' }))).toEqual([teapot])
    expect(idsOf(await find({ q: 'kiln' }))).toEqual([teapot])
    expect(idsOf(await find({ q: 'cracked' }))).toEqual([plate])
    expect(idsOf(await find({ q: 'quillfeather' }))).toEqual([teapot])
    expect(idsOf(await find({ q: 'cobalt oval' }))).toEqual([])
    expect(idsOf(await find({ q: 'crackedness' }))).toEqual([])
    const { found } = await find({ q: 'drip' })
    expect(found[0]?.said).toEqual({ seq: 1, text: 'Does the cobalt teapot drip?' })
  })

  it('finds words that stand in several messages, and whose they are, and shows where the most of them stand', async () => {
    const id = await talk(
      'My order came broken',
      'I am sorry. You get a refund for the broken saucer',
      'Ada Quillfeather',
    )
    const other = await talk('Where is the saucer?', 'On its way', 'Ben')
    expect(idsOf(await find({ q: 'ada refund' }))).toEqual([id])
    expect(idsOf(await find({ q: 'order sorry' }))).toEqual([id])
    expect(idsOf(await find({ q: 'ben refund' }))).toEqual([])
    expect(idsOf(await find({ q: 'saucer' }))).toEqual([other, id])
    const { found } = await find({ q: 'ada broken refund' })
    expect(found[0]?.said).toEqual({ seq: 3, text: 'I am sorry. You get a refund for the broken saucer' })
    expect((await find({ q: 'quillfeather' })).found[0]?.said).toBeUndefined()
  })

  it('shows where the rare word is in a conversation in which the other one stands again and again', async () => {
    const visitor = await visit(relay)
    const { id } = yes(await visitor.request('conversation:ask', question('Saucer number 900')))
    yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    for (let number = 901; number < 960; number += 1)
      yes(await anna.emitWithAck('note:add', { conversationId: id, ...draft(`Saucer number ${number}`) }))
    const { found } = await find({ q: 'saucer 902' })
    expect(found.map(({ said }) => said?.text)).toEqual(['Saucer number 902'])
    expect((await find({ q: 'saucer number' })).found[0]?.said?.text).toBe('Saucer number 959')
  })

  it('finds two signs that follow each other, and not two that do not', async () => {
    const id = await talk('返品できますか。送料は無料です', 'はい')
    expect(idsOf(await find({ q: '送料' }))).toEqual([id])
    expect(idsOf(await find({ q: '料送' }))).toEqual([])
    expect(idsOf(await find({ q: '無' }))).toEqual([id])
    expect(idsOf(await find({ q: 'い' }))).toEqual([id])
    expect(idsOf(await find({ q: '送料 返品' }))).toEqual([id])
  })

  it('finds in each language what was said in it, and nothing else', async () => {
    const said = [
      ['Does the cobalt teapot drip?', 'teapo'],
      ['Wo bleibt meine Teekanne?', 'TEEKANN'],
      ['Où est ma théière ?', 'theiere'],
      ['¿Dónde está mi azucarero?', 'azucar'],
      ['Dov’è la zuccheriera?', 'zuccheriera'],
      ['Onde está a açucareira?', 'acucareira'],
      ['Waar blijft mijn suikerpot?', 'suikerpot'],
      ['Gdzie jest moja łyżeczka?', 'łyżecz'],
      ['Kde je můj hrníček?', 'hrnicek'],
      ['Kje je moj krožnik?', 'kroznik'],
      ['Fincanım nerede kaldı?', 'fincan'],
      ['Где мой заварочный чайник?', 'чайник'],
      ['Де моє горнятко?', 'горнят'],
      ['أين إبريق الشاي؟', 'شاي'],
      ['急須はいつ届きますか', '急須'],
      ['我的茶壶在哪里', '茶壶'],
    ] as const
    const ids = new Map<string, string>()
    for (const [text, words] of said) {
      const visitor = await visit(relay)
      ids.set(words, yes(await visitor.request('conversation:ask', question(text))).id)
    }
    for (const [words, id] of ids) expect([words, idsOf(await find({ q: words }))]).toEqual([words, [id]])
  })

  it('lists all without words, open ones too, the newest first', async () => {
    const first = await talk('One', 'Yes')
    const second = await talk('Two', 'Yes')
    const ben = await visit(relay)
    const { id: open } = yes(await ben.request('conversation:ask', question('Still open')))
    expect(idsOf(await find({}))).toEqual([open, second, first])
    const self = anna.welcome.self.id
    expect(idsOf(await find({ operator: self }))).toEqual([second, first])
    yes(await anna.emitWithAck('conversation:take', { conversationId: open }))
    expect(idsOf(await find({ operator: self }))).toEqual([open, second, first])
    expect(idsOf(await find({ operator: self, q: 'one yes' }))).toEqual([first])
    expect(idsOf(await find({ operator: 'nobody' }))).toEqual([])
    expect(idsOf(await find({ q: 'two', from: '0', to: '1000' }))).toEqual([])
    expect(idsOf(await find({ from: '1000', to: `${Date.now()}` }))).toEqual([open, second, first])
  })

  it('finds who answered, whoever has it since', async () => {
    const boris = await borisOnDuty(relay)
    const visitor = await visit(relay)
    const { id } = yes(await visitor.request('conversation:ask', question('Is the plate oval?')))
    yes(await anna.emitWithAck('conversation:take', { conversationId: id }))
    await find({})
    yes(await anna.emitWithAck('message:send', { conversationId: id, ...draft('I ask Boris') }))
    await find({})
    yes(await anna.emitWithAck('conversation:transfer', { conversationId: id, to: boris.welcome.self.id }))
    yes(await boris.emitWithAck('conversation:take', { conversationId: id }))
    for (const { self } of [anna.welcome, boris.welcome]) {
      const { found } = await find({ operator: self.id, q: 'oval' })
      expect(found.map(({ conversation, said }) => [conversation.id, said?.text])).toEqual([[id, 'Is the plate oval?']])
    }
    yes(await boris.emitWithAck('message:send', { conversationId: id, ...draft('It is round') }))
    expect(idsOf(await find({ operator: anna.welcome.self.id }))).toEqual([id])
  })

  it('finds a name that was learned while nothing was said', async () => {
    const visitor = await visit(relay)
    const { id } = yes(await visitor.request('conversation:ask', question('Is the plate oval?')))
    expect(idsOf(await find({ q: 'oval' }))).toEqual([id])
    visitor.close()
    await identified({ id: '4711', name: 'Ada Quillfeather', email: 'ada@holm.example' }, visitor.token)
    for (const q of ['quillfeather', 'ada@holm.example', '4711'])
      await expect.poll(async () => idsOf(await find({ q }))).toEqual([id])
  })

  it('gives page after page, each conversation once', async () => {
    const ids: string[] = []
    for (let number = 0; number < 33; number += 1) {
      const visitor = await visit(relay)
      const { id } = yes(await visitor.request('conversation:ask', question(`Saucer number ${number}`)))
      yes(await visitor.request('conversation:close', {}))
      ids.unshift(id)
    }
    for (const query of [{}, { q: 'saucer' }] as const) {
      const first = await find(query)
      expect(first.found).toHaveLength(30)
      const second = await find({ ...query, next: first.next ?? '' })
      expect([...idsOf(first), ...idsOf(second)]).toEqual(ids)
      expect(second.next).toBeUndefined()
    }
  })

  it('finds after a restart what was said before, and nothing that was erased', async () => {
    const id = await talk('Does the cobalt teapot drip?', 'Never', 'Mara Quillfeather')
    expect(idsOf(await find({ q: 'cobalt' }))).toEqual([id])
    closeConnections()
    relay = await relay.again()
    anna = await annaOnDuty(relay)
    expect(idsOf(await find({ q: 'cobalt' }))).toEqual([id])
    expect(filesWith(relay.dataFolder, ['quillfeather'])).not.toEqual([])
    const headers = { cookie: relay.annasCookie, origin: relay.url }
    expect((await fetch(`${relay.url}/api/visitors/${id}`, { method: 'DELETE', headers })).ok).toBe(true)
    expect(idsOf(await find({ q: 'cobalt' }))).toEqual([])
    expect(filesWith(relay.dataFolder, ['cobalt', 'quillfeather'])).toEqual([])
    const next = await talk('And the cobalt saucer?', 'Neither')
    expect(idsOf(await find({ q: 'cobalt' }))).toEqual([next])
  })

  it('is for operators, and refuses what it does not know', async () => {
    expect((await ask({ q: 'x' }, '')).status).toBe(401)
    expect((await ask({ q: 'x'.repeat(500) })).status).toBe(400)
    expect((await ask({ q: 'x', sort: 'up' })).status).toBe(400)
    expect((await ask({ q: '" OR "" NEAR(' })).status).toBe(200)
  })
})
