import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annaOnDuty, closeConnections, draft, openInbox, question, signIn, visit, yes } from './kit/people.ts'
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

describe('the pages and the api', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${relay.url}${path}`, { headers })

  it('echo the allowed origin only', async () => {
    const allowed = await get('/api/desk?locale=en', { origin: 'https://shop.example' })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    const foreign = await get('/api/desk?locale=en', { origin: 'https://evil.example' })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    expect(foreign.status).toBe(403)
  })

  it('carry the headers that protect the inbox', async () => {
    const { headers } = await get('/inbox/')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it.each([
    '/assets/../../data/settings.json',
    '/assets/%2e%2e/launcher.js',
    '/assets/.hidden',
    '/assets/..%5cbuilds.json',
    '/settings.json',
  ])('give nothing outside the public folder for %s', async (path) => {
    expect((await get(path)).status).toBeGreaterThanOrEqual(400)
  })

  it('say nothing of the machine when the input is bad', async () => {
    const response = await fetch(`${relay.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":',
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toBe('{"refusal":"malformed"}')
  })

  it('need a session, and the owner for changes', async () => {
    expect((await get('/api/settings')).status).toBe(401)
    const cookie = await signIn(relay)
    const settings = await (await get('/api/settings', { cookie })).json()
    const put = (body: object, origin?: string) =>
      fetch(`${relay.url}/api/settings`, {
        method: 'PUT',
        headers: { cookie, 'content-type': 'application/json', ...(origin && { origin }) },
        body: JSON.stringify(body),
      })
    expect((await put({ ...settings, siteName: 'Holm' })).status).toBe(200)
    expect((await put({ ...settings, origins: ['not an origin'] })).status).toBe(400)
    expect((await put({ ...settings, siteName: 'Evil' }, 'https://evil.example')).status).toBe(403)
    expect((await (await get('/api/desk?locale=en')).json()).siteName).toBe('Holm')
  })

  it('answer wrong sign-ins alike, and stop them after five', async () => {
    const attempt = (email: string) =>
      fetch(`${relay.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': String(Math.random()) },
        body: JSON.stringify({ email, password: 'wrong horse battery' }),
      })
    const known = await attempt('anna@holm.example')
    const unknown = await attempt('nobody@holm.example')
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
    for (let tries = 0; tries < 4; tries += 1) await attempt('anna@holm.example')
    expect((await attempt('anna@holm.example')).status).toBe(429)
  })

  it('set a cookie no script can read', async () => {
    const response = await fetch(`${relay.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'deskbell_session=preset' },
      body: JSON.stringify({ email: 'anna@holm.example', password: 'correct horse battery' }),
    })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    expect(cookie).not.toContain('preset')
  })

  it('use an invitation once', async () => {
    const cookie = await signIn(relay)
    const { url } = await (await fetch(`${relay.url}/api/invitations`, { method: 'POST', headers: { cookie } })).json()
    const join = (email: string) =>
      fetch(`${relay.url}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: url.split('#join=')[1], name: 'Boris', email, password: 'a different horse' }),
      })
    expect((await join('boris@holm.example')).status).toBe(200)
    expect((await join('mallory@evil.example')).status).toBe(410)
    await openInbox(relay, cookie)
  })
})
