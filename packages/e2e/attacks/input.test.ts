import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { asking, historyOf, textsOf, visit } from './kit/people.ts'

const relay = useAttackedRelay({ DESKBELL_RATE_BURST: '2000', DESKBELL_RATE_PER_SECOND: '2000' })
let cookie = ''

async function deskOpen() {
  cookie ||= await signIn(relay().url)
  return onDuty(relay().url, cookie)
}

const ofVisitors = [
  'conversation:ask',
  'question:leave',
  'conversation:pend',
  'message:send',
  'conversation:resume',
  'conversation:close',
  'receipt:give',
  'page:set',
  'typing:start',
]
const ofOperators = [
  'duty:set',
  'queue:take',
  'conversation:take',
  'conversation:open',
  'conversation:resume',
  'message:send',
  'note:add',
  'conversation:transfer',
  'transfer:undo',
  'conversation:invite',
  'conversation:join',
  'conversation:leave',
  'conversation:merge',
  'merge:undo',
  'conversation:close',
  'conversation:reopen',
  'follow-up:set',
  'labels:set',
  'visitor:block',
  'receipt:give',
  'reading:set',
  'typing:start',
]

/** JSON text, because an object literal's `__proto__` is no key. */
const polluting = [
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"id":"x","text":"x","__proto__":{"polluted":true}}',
  '{"before":{"__proto__":{"polluted":true},"searches":[],"entries":[]}}',
  '{"prototype":{"polluted":true},"__defineGetter__":"x","hasOwnProperty":1}',
]

describe('R11 a payload that reaches for prototypes', () => {
  it('is refused in every event, and the chat works', async () => {
    const desk = await deskOpen()
    const { socket } = await asking(relay().url, 'Hello')
    for (const text of polluting) {
      for (const event of ofVisitors) await isRefused(socket, event, JSON.parse(text))
      for (const event of ofOperators) await isRefused(desk, event, JSON.parse(text))
    }
    await isClean()
    await chatWorks(desk)
  })

  it('is refused in bodies and queries', async () => {
    await deskOpen()
    const { url } = relay()
    for (const text of polluting) {
      for (const path of ['/api/session', '/api/join', '/api/feedback', '/api/set-up', '/api/entries/import']) {
        expect([path, (await send(url + path, 'POST', text, { cookie })).status]).toEqual([path, 400])
      }
      expect((await send(`${url}/api/settings`, 'PUT', text, { cookie })).status).toBe(400)
    }
    for (const query of [
      '__proto__[polluted]=1',
      'constructor[prototype][polluted]=1',
      'constructor.prototype.polluted=1',
    ]) {
      expect((await fetch(`${url}/api/desk?locale=en&${query}`)).status).toBe(400)
      expect((await fetch(`${url}/api/search?locale=en&q=x&${query}`)).status).toBe(400)
    }
    for (const locale of ['__proto__', 'constructor', 'toString']) {
      expect((await fetch(`${url}/api/entries?locale=${locale}`)).status).toBe(400)
    }
    await isClean()
  })
})

/** Deep enough to end a reader that recurs, small enough for a frame; as text, because the client's own writer recurs. */
const deep = [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`]
const empty = {}
const odd: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  '',
  'text',
  [],
  [null],
  [{}],
  empty,
  { id: 7 },
  { id: randomUUID(), text: { toString: 'x' } },
  { id: randomUUID(), text: ['<b>'] },
  { id: randomUUID(), text: null },
  { after: -1 },
  { after: '0' },
  { conversationId: null },
  { conversationId: randomUUID(), after: 1.5 },
  { isOnDuty: 'yes' },
  { delivered: Number.MAX_VALUE, read: 0 },
  Buffer.from('binary'),
  { text: Buffer.from('binary'), id: randomUUID() },
]

describe('R12 whatever an event carries', () => {
  it('the relay lives, and others are served', async () => {
    const desk = await deskOpen()
    const { socket } = await visit(relay().url)
    const nothing = ['conversation:close', 'typing:start', 'queue:take', 'conversation:pend', 'reading:set']
    for (const payload of odd) {
      for (const [at, events] of [
        [socket, ofVisitors],
        [desk, ofOperators],
      ] as const) {
        for (const event of events) {
          const isAllowed = payload === empty && nothing.includes(event)
          if (!isAllowed) await isRefused(at, event, payload)
        }
        // Ends the row of refusals, which would end the socket.
        yes(await at.emitWithAck(at === desk ? 'duty:set' : 'typing:start', at === desk ? { isOnDuty: true } : {}))
      }
    }
    await chatWorks(desk)
  }, 60_000)

  it('however deep that is', async () => {
    const desk = await deskOpen()
    const { socket } = await visit(relay().url)
    for (const text of deep) {
      for (const event of ofVisitors) socket.io.engine.write(`2/visitor,99999["${event}",${text}]`)
      for (const event of ofOperators) desk.io.engine.write(`2/operator,99999["${event}",${text}]`)
    }
    yes(await socket.emitWithAck('typing:start', {}))
    await chatWorks(desk)
  })

  it('nor does it take an acknowledgement that is none', async () => {
    const desk = await deskOpen()
    const { socket } = await visit(relay().url)
    for (const [at, events] of [
      [socket, ofVisitors],
      [desk, ofOperators],
    ] as const) {
      for (const event of events) {
        at.emit(event)
        at.emit(event, {})
        at.emit(event, {}, 'not a function')
        at.emit(event, {}, { call: 1 }, null)
      }
    }
    await chatWorks(desk)
  })
})

const longest = 4_000

describe('R15 a text that is too long', () => {
  it('is refused by its name, and the longest is taken', async () => {
    await deskOpen()
    const { socket } = await asking(relay().url, 'x'.repeat(longest))
    const tooLong = { ok: false, refusal: 'message-too-long', detail: 'text' }
    expect(await socket.emitWithAck('message:send', draft('x'.repeat(longest + 1)))).toEqual(tooLong)
    expect(await socket.emitWithAck('message:send', draft(`${' '.repeat(longest)}x`))).toEqual(tooLong)
    const named = { ...question('Hello'), name: 'x'.repeat(61) }
    expect(await socket.emitWithAck('conversation:ask', named)).toMatchObject({ refusal: 'name-too-long' })
    const { status } = await fetch(`${relay().url}/api/search?locale=en&q=${'x'.repeat(201)}`)
    expect(status).toBe(400)
  })

  it('ends the connection where its frame is four times the limit, by both ways', async () => {
    await deskOpen()
    const { socket } = await asking(relay().url, 'Hello')
    const ended = new Promise((resolve) => socket.once('disconnect', resolve))
    socket.emit('message:send', draft('x'.repeat(4 * 32 * 1024)))
    expect(await ended).toBe('transport close')

    const way = `${relay().url}/socket.io/?EIO=4&transport=polling`
    const { sid } = JSON.parse((await (await fetch(way)).text()).slice(1))
    const body = `4${'x'.repeat(4 * 32 * 1024)}`
    expect((await fetch(`${way}&sid=${sid}`, { method: 'POST', body })).status).toBe(413)
  })
})

async function isRefused(socket: Socket, event: string, payload: unknown): Promise<void> {
  const reply = await socket.timeout(5_000).emitWithAck(event, payload)
  expect([event, payload, reply]).toEqual([
    event,
    payload,
    expect.objectContaining({ ok: false, refusal: expect.stringMatching(/^(malformed|message-\w+)$/) }),
  ])
}

/** The relay answers with plain objects: a polluted prototype would show in every one of them. */
async function isClean(): Promise<void> {
  expect(await (await fetch(`${relay().url}/healthz`)).json()).toEqual({ status: 'ok' })
  const status = await (await fetch(`${relay().url}/api/desk?locale=en&topic=x`)).json()
  expect(JSON.stringify(status)).not.toContain('polluted')
  expect(await (await fetch(`${relay().url}/api/desk?locale=en&polluted=true`)).json()).toMatchObject({
    refusal: 'malformed',
  })
}

async function chatWorks(desk: Socket): Promise<void> {
  yes(await desk.emitWithAck('duty:set', { isOnDuty: true }))
  const petr = await asking(relay().url, 'Is it still there?')
  yes(await desk.emitWithAck('conversation:take', { conversationId: petr.id }))
  yes(await desk.emitWithAck('message:send', { conversationId: petr.id, ...draft('It is') }))
  expect(textsOf(await historyOf(petr))).toEqual(['Is it still there?', 'It is'])
  yes(await desk.emitWithAck('conversation:close', { conversationId: petr.id }))
}
