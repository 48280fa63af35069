import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annaOnDuty } from './kit/operators.ts'
import { closeConnections, draft, question, visit, yes } from './kit/people.ts'
import { closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay({ DESKBELL_ORIGINS: 'https://shop.example' })
})
afterEach(async () => {
  closeConnections()
  await closeRelays()
  expect(Object.prototype).not.toHaveProperty('polluted')
})

/** Whether a WebSocket with this Origin gets a session in the namespace. */
async function isLetIn(origin: string, namespace = '/visitor'): Promise<boolean> {
  const socket = io(`${relay.url}${namespace}`, {
    auth: { protocol: 1, locale: 'en' },
    extraHeaders: { origin },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  const isIn = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })
  socket.close()
  return isIn
}

/** The answer to a first polling request with this Origin. */
function poll(origin: string): Promise<Response> {
  return fetch(`${relay.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin } })
}

/** A socket that may send anything. */
async function rawVisitor() {
  const socket = io(`${relay.url}/visitor`, {
    auth: { protocol: 1, locale: 'en' },
    transports: ['websocket'],
    forceNew: true,
  })
  await new Promise((resolve) => socket.once('visitor:welcome', resolve))
  return socket
}

describe('the way in', () => {
  it.each(['https://evil.example', 'null', 'https://shop.example.evil.example', 'file://', 'http://shop.example'])(
    'is shut to the origin %s on both transports',
    async (origin) => {
      expect(await isLetIn(origin)).toBe(false)
      const polled = await poll(origin)
      expect(polled.status).toBe(403)
      expect(polled.headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('is open to the allowed shop and to the relay itself', async () => {
    expect(await isLetIn('https://shop.example')).toBe(true)
    expect(await isLetIn(relay.url)).toBe(true)
    const polled = await poll('https://shop.example')
    expect(polled.status).toBe(200)
    expect(polled.headers.get('access-control-allow-origin')).toBe('https://shop.example')
  })

  it('is shut to operators without a session, whatever they claim', async () => {
    expect(await isLetIn(relay.url, '/operator')).toBe(false)
  })

  it('makes a new visitor of whoever brings a wrong token', async () => {
    await annaOnDuty(relay)
    const mara = await visit(relay)
    yes(await mara.request('conversation:ask', question('Mine')))
    const [id = '', signature = ''] = mara.token.split('.')
    for (const token of [
      `${id}.`,
      id,
      `${id}.${signature.slice(0, -2)}`,
      `${id}.${signature}.x`,
      '__proto__',
      `x.${signature}`,
    ]) {
      const stranger = await visit(relay, token)
      expect(stranger.welcome.token).toBeDefined()
      expect(stranger.welcome.conversation).toBeUndefined()
    }
  })

  it('takes no more sockets from one address than allowed, whatever X-Forwarded-For says', async () => {
    await closeRelays()
    relay = await openRelay({ DESKBELL_MAX_SOCKETS_PER_ADDRESS: '2' })
    const first = await visit(relay)
    await visit(relay)
    expect(await isLetIn(relay.url)).toBe(false)
    expect(await first.request('receipt:give', { delivered: 0, read: 0 })).toMatchObject({ refusal: 'no-conversation' })
  })
})

describe('every event', () => {
  const events = [
    'conversation:ask',
    'question:leave',
    'conversation:pend',
    'message:send',
    'conversation:resume',
    'receipt:give',
  ]
  const payloads = [null, 7, [], {}, 'text', { id: 7 }, { text: { toString: 'x' } }, { __proto__: { polluted: 1 } }]

  it('is refused when malformed and leaves the relay alive', async () => {
    const socket = await rawVisitor()
    for (const event of events) {
      for (const payload of payloads.slice(0, 2)) {
        expect(await socket.emitWithAck(event, payload)).toMatchObject({ ok: false, refusal: 'malformed' })
      }
    }
    expect(await socket.emitWithAck('no:such', {})).toMatchObject({ ok: false })
    socket.emit('message:send')
    socket.emit('message:send', {}, 'not a function')
    socket.close()
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200)
  })

  it.each(payloads)('refuses %j as a message', async (payload) => {
    const socket = await rawVisitor()
    expect(await socket.emitWithAck('message:send', payload)).toMatchObject({ ok: false, refusal: 'malformed' })
    socket.close()
  })

  it('refuses an empty and a too long message by name', async () => {
    const mara = await visit(relay)
    expect(await mara.request('message:send', draft(' \u200b '))).toMatchObject({ refusal: 'message-empty' })
    expect(await mara.request('message:send', draft('x'.repeat(4_001)))).toMatchObject({ refusal: 'message-too-long' })
  })

  it('is refused beyond the burst, saying when to come back', async () => {
    const mara = await visit(relay)
    const replies = await Promise.all(Array.from({ length: 40 }, () => mara.request('typing:start', {})))
    const limited = replies.filter((reply) => !reply.ok && reply.refusal === 'rate-limited')
    expect(limited.length).toBeGreaterThan(10)
    expect(limited[0]).toMatchObject({ retryAfterMs: expect.any(Number) })
  })

  it('of an operator is unknown to a visitor', async () => {
    const socket = await rawVisitor()
    for (const event of ['queue:take', 'conversation:open', 'duty:set', 'note:add', 'conversation:transfer']) {
      expect(await socket.emitWithAck(event, {})).toMatchObject({ ok: false })
    }
    socket.close()
  })

  it('ends the socket of whoever goes on after 200 refusals', async () => {
    const socket = await rawVisitor()
    const ended = new Promise((resolve) => socket.once('disconnect', resolve))
    for (let tries = 0; tries < 230; tries += 1) socket.emit('message:send', null)
    await ended
    socket.close()
  })
})
