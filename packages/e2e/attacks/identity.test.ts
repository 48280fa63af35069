import { createHmac, randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { mara } from '../kit/relay.ts'
import { useAttackedRelay } from './kit/attacked.ts'
import { operatorEvents } from './kit/operator-events.ts'
import { onDuty, signIn, welcomed } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { asking, historyOf, knock, textsOf, visit } from './kit/people.ts'

const relay = useAttackedRelay({ DESKBELL_RATE_BURST: '1000' })
let cookie = ''

async function deskOpen() {
  cookie ||= await signIn(relay().url)
  return onDuty(relay().url, cookie)
}

describe('R06 a history asked for by another conversation’s id', () => {
  it('is the visitor’s own, or nothing', async () => {
    await deskOpen()
    const petr = await asking(relay().url, 'Petr’s secret')
    const eve = await asking(relay().url, 'Eve’s question')
    const own = await historyOf(eve)
    const names = [
      petr.id,
      [petr.id],
      { $eq: petr.id },
      `../${petr.id}`,
      `${eve.id}' OR '1'='1`,
      ['__proto__', petr.id],
    ]
    for (const name of names) {
      for (const key of ['conversationId', 'id', 'conversation', 'of']) {
        const reply = await eve.socket.emitWithAck('conversation:resume', { after: 0, [key]: name })
        expect(reply).toMatchObject({ ok: false, refusal: 'malformed' })
      }
      expect(await eve.socket.emitWithAck('conversation:resume', name)).toMatchObject({ ok: false })
      expect(await eve.socket.emitWithAck('conversation:open', { conversationId: name })).toMatchObject({ ok: false })
    }
    expect(await historyOf(eve)).toEqual(own)
    expect(JSON.stringify(eve.heard)).not.toContain('Petr')
  })

  it('is not there for somebody who has none', async () => {
    await deskOpen()
    await asking(relay().url, 'Somebody’s question')
    const eve = await visit(relay().url)
    const reply = await eve.socket.emitWithAck('conversation:resume', { after: 0 })
    expect(reply).toEqual({ ok: false, refusal: 'no-conversation' })
  })
})

describe('R07 a message sent into another conversation', () => {
  it('is neither stored nor delivered there', async () => {
    await deskOpen()
    const petr = await asking(relay().url, 'Petr’s question')
    const eve = await asking(relay().url, 'Eve’s question')
    for (const key of ['conversationId', 'visitorId', 'id', 'room', 'to']) {
      const forged = { ...draft('from Eve'), [key]: key === 'id' ? { id: petr.id } : petr.id }
      expect(await eve.socket.emitWithAck('message:send', forged)).toMatchObject({ ok: false, refusal: 'malformed' })
    }
    // As its own id the other conversation's is an id like any other.
    yes(await eve.socket.emitWithAck('message:send', { id: petr.id, text: 'from Eve' }))
    const first = { ...question('from Eve'), conversationId: petr.id }
    expect(await eve.socket.emitWithAck('question:leave', first)).toMatchObject({ ok: false, refusal: 'malformed' })
    expect(textsOf(await historyOf(petr))).toEqual(['Petr’s question'])
    expect(textsOf(await historyOf(eve))).toEqual(['Eve’s question', 'from Eve'])
    expect(JSON.stringify(petr.heard)).not.toContain('from Eve')
  })
})

describe('R08 a token', () => {
  it('that is not genuine opens no conversation', async () => {
    await deskOpen()
    const petr = await asking(relay().url, 'Petr’s question')
    const [id = '', signature = ''] = petr.token.split('.')
    const changed = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
    const guessed = (secret: string) => createHmac('sha256', secret).update(id).digest('base64url')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const forgeries = [
      id,
      `${id}.`,
      `.${signature}`,
      `${id}.${signature.slice(0, -1)}`,
      `${id}.${signature.slice(0, -2)}`,
      `${id}.${changed}`,
      `${id}.${signature}=`,
      `${id}.${signature} `,
      `${id}.${signature}.${signature}`,
      `${id.toUpperCase()}.${signature}`,
      `${randomUUID()}.${signature}`,
      `${id}.${guessed('')}`,
      `${id}.${guessed('secret')}`,
      `${none}.${Buffer.from(JSON.stringify({ id })).toString('base64url')}.`,
      '__proto__',
      'constructor.prototype',
      `${id}.${signature}\u0000`,
    ]
    for (const token of forgeries) {
      const eve = await visit(relay().url, token)
      expect([token, eve.welcome.token]).toEqual([token, expect.any(String)])
      expect([token, eve.welcome.conversation]).toEqual([token, undefined])
      eve.socket.close()
    }
    expect((await visit(relay().url, petr.token)).welcome.conversation).toMatchObject({ id: petr.id })
  })

  it.each(['{}', '{"token":"x"}', '[]', '["x"]', '7', 'true', 'null', '{"toString":"x"}', `"${'x'.repeat(10_000)}"`])(
    'that is no short text is refused: %s',
    async (json) => {
      const token = JSON.parse(json)
      const socket = knock(relay().url, '/visitor', { auth: { protocol: 1, locale: 'en', token } })
      const refusal = await new Promise((resolve) => socket.once('connect_error', ({ message }) => resolve(message)))
      expect(refusal).toBe('malformed')
    },
  )
})

describe('R09 an operator’s event from a visitor', () => {
  it.each(Object.entries(operatorEvents))('%s is refused and changes nothing', async (event, payload) => {
    const desk = await deskOpen()
    const petr = await asking(relay().url, 'Petr’s question')
    const eve = await visit(relay().url)
    const before = [await historyOf(petr), await seenBy(desk)]
    const news: string[] = []
    // Heads and team are compared with those before: visitors of earlier tests are missed only after a while.
    desk.onAny((name) => /^(conversations|team):changed$/.test(name) || news.push(name))
    const reply = await eve.socket.emitWithAck(event, payload(petr.id))
    expect(reply).toMatchObject({ ok: false, refusal: expect.stringMatching(/^(forbidden|malformed)$/) })
    expect(reply).not.toHaveProperty('value')
    expect([await historyOf(petr), await seenBy(desk)]).toEqual(before)
    expect(news).toEqual([])
    expect((await visit(relay().url)).welcome).toMatchObject({ people: [{ name: 'Mara' }] })
  })

  /** What a page of the same operator is told as it connects, but for which visitors are there; and all news before has come. */
  async function seenBy(desk: Socket) {
    const { settings, team, reading, conversations } = await welcomed(relay().url, cookie)
    yes(await desk.emitWithAck('reading:set', {}))
    return {
      settings,
      team,
      reading,
      conversations: conversations.map((one) => ({ ...one, isVisitorConnected: true })),
    }
  }
})

describe('R10 a visitor who takes an operator’s name', () => {
  it.each(['Mara', 'MARA', ' mara ', 'Ｍａｒａ', 'Ma\u200dra', '\u202eMa\u200bra', '𝐌ara', 'Deskbell'])(
    'is told to add to it: %j',
    async (name) => {
      await deskOpen()
      const { socket } = await visit(relay().url)
      for (const event of ['conversation:ask', 'question:leave']) {
        const reply = await socket.emitWithAck(event, { ...question('Hello'), name })
        expect(reply).toEqual({ ok: false, refusal: 'name-taken' })
      }
      yes(await socket.emitWithAck('conversation:ask', { ...question('Hello'), name: `${name} B.` }))
    },
  )

  it('is shown without what turns or hides letters', async () => {
    const desk = await deskOpen()
    const changed = new Promise<string>((resolve) =>
      desk.on('conversations:changed', (heads: { name: string; preview?: { text: string } }[]) => {
        const asking = heads.find(({ preview }) => preview?.text === 'Who am I?')
        if (asking) resolve(asking.name)
      }),
    )
    const { socket } = await visit(relay().url)
    const name = 'Ol\u202ega\u200b \u0007Quill\u2066feather'
    yes(await socket.emitWithAck('conversation:ask', { ...question('Who am\u202e I?'), name }))
    expect(await changed).toBe('Olga Quillfeather')
  })
})

describe('R20 all that a visitor is told in a chat', () => {
  it('names Mara and nothing else of her', async () => {
    const desk = await deskOpen()
    const { operator } = await (await fetch(`${relay().url}/api/session`, { headers: { cookie } })).json()
    const petr = await visit(relay().url)
    const reply = await petr.socket.emitWithAck('conversation:ask', question('Hello'))
    const { id: conversationId } = yes<{ id: string }>(reply)
    yes(await desk.emitWithAck('conversation:take', { conversationId }))
    yes(await desk.emitWithAck('message:send', { conversationId, ...draft('Good day') }))
    yes(await desk.emitWithAck('note:add', { conversationId, ...draft('A difficult one') }))
    yes(await desk.emitWithAck('typing:start', { conversationId }))
    yes(await desk.emitWithAck('receipt:give', { conversationId, delivered: 1, read: 1 }))
    yes(await desk.emitWithAck('conversation:transfer', { conversationId, to: 'line', note: draft('Back it goes') }))
    yes(await desk.emitWithAck('conversation:take', { conversationId }))
    yes(await desk.emitWithAck('conversation:close', { conversationId }))
    yes(await desk.emitWithAck('conversation:reopen', { conversationId }))
    const history = await historyOf(petr)
    const again = await visit(relay().url, petr.token)
    const status = await (await fetch(`${relay().url}/api/desk?locale=en`)).json()
    const all = JSON.stringify([petr.welcome, petr.heard, reply, history, again.heard, status])
    expect(all).toContain('Good day')
    expect(all).toContain('Mara')
    for (const secret of [
      mara.email,
      'shop.example',
      operator.id,
      'scrypt',
      '127.0.0.1',
      'A difficult one',
      'Back it goes',
    ]) {
      expect(all).not.toContain(secret)
    }
    expect(all).not.toMatch(/"(email|isOwner|operatorId|address|visitorId|passwordHash|capacity)":/)
  })
})

describe('R29 three visitors in line', () => {
  it('are told of their own place each', async () => {
    const desk = await deskOpen()
    for (;;) {
      const taken = await desk.emitWithAck('queue:take', {})
      if (!taken.ok) break
      yes(await desk.emitWithAck('conversation:close', { conversationId: taken.value.id }))
    }
    const line: Awaited<ReturnType<typeof asking>>[] = []
    for (const text of ['First', 'Second', 'Third']) line.push(await asking(relay().url, text))
    // Who has left their page keeps the place before theirs for a while.
    const told = () => line.map(({ heard }) => places(heard).at(-1)?.status.position ?? Number.NaN)
    const behindFirst = () => told().map((position) => position - (told()[0] ?? Number.NaN))
    await expect.poll(behindFirst).toEqual([0, 1, 2])
    for (const { id, heard } of line) {
      expect(new Set(places(heard).map(({ conversationId }) => conversationId))).toEqual(new Set([id]))
      const others = line.filter((other) => other.id !== id)
      for (const other of others) expect(JSON.stringify(heard)).not.toContain(other.id)
    }
  })
})

function places(heard: readonly (readonly [string, unknown])[]) {
  return heard.flatMap(([event, told]) =>
    event === 'queue:moved' ? [told as { conversationId: string; status: { position: number } }] : [],
  )
}
