import { describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { send, signIn } from './kit/operators.ts'
import { knock, refusalAt, visit } from './kit/people.ts'
import { exchange } from './kit/raw.ts'

const shop = 'https://shop.example'
const foreign = [
  'https://evil.example',
  'null',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://SHOP.example.',
  'file://',
]
const relay = useAttackedRelay({ DESKBELL_ORIGINS: shop, REAL_PASSWORDS: '1' })
const secureRelay = useAttackedRelay({ DESKBELL_PUBLIC_URL: 'https://help.shop.example' })

const auth = { protocol: 1, locale: 'en' }

describe('R01 a WebSocket from another page', () => {
  it.each(foreign)('gets no session for %s', async (origin) => {
    expect(await refusalAt(relay().url, '/visitor', { auth, headers: { origin } })).toBeDefined()
    const key = 'dGhlIHNhbXBsZSBub25jZQ=='
    const upgrade = [
      'Connection: Upgrade',
      'Upgrade: websocket',
      `Sec-WebSocket-Key: ${key}`,
      'Sec-WebSocket-Version: 13',
    ]
    const lines = ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', 'Host: x', `Origin: ${origin}`, ...upgrade]
    expect(await exchange(relay().url, lines)).not.toMatch(/101|"sid"/)
  })

  it('gets one for the allowed shop, and for the relay itself', async () => {
    for (const origin of [shop, relay().url]) {
      expect(await refusalAt(relay().url, '/visitor', { auth, headers: { origin } })).toBeUndefined()
    }
  })

  it('gets none as an operator for the allowed shop, with the cookie of one', async () => {
    const cookie = await signIn(relay().url)
    expect(await refusalAt(relay().url, '/operator', { headers: { cookie, origin: relay().url } })).toBeUndefined()
    expect(await refusalAt(relay().url, '/operator', { headers: { cookie, origin: shop } })).toBe('signed-out')
  })
})

describe('R02 a foreign page', () => {
  const paths = [
    '/socket.io/?EIO=4&transport=polling',
    '/api/session',
    '/api/desk?locale=en',
    '/inbox/',
    '/api/settings',
  ]

  it.each(foreign)('may read nothing from %s', async (origin) => {
    for (const path of paths) {
      const { headers } = await fetch(relay().url + path, { headers: { origin } })
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, null])
      expect([path, headers.get('access-control-allow-credentials')]).toEqual([path, null])
    }
  })

  it('may sign nobody in, and change nothing with the cookie of somebody', async () => {
    const { url } = relay()
    const cookie = await signIn(url)
    for (const origin of [...foreign, shop]) {
      const given = { email: 'mara@shop.example', password: 'correct-horse-battery' }
      const response = await send(`${url}/api/session`, 'POST', given, { origin })
      expect([origin, response.status, response.headers.get('set-cookie')]).toEqual([origin, 403, null])
      const settings = { siteName: 'Evil' }
      expect((await send(`${url}/api/settings`, 'PUT', settings, { origin, cookie })).status).toBe(403)
      expect((await send(`${url}/api/session`, 'DELETE', '', { origin, cookie })).status).toBe(403)
    }
    expect(await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()).toMatchObject({
      state: 'signed-in',
    })
  })
})

describe('R10 who claims to be an operator', () => {
  const claims = [
    { auth: { protocol: 1, role: 'operator' } },
    { auth: { protocol: 1, operatorId: 'mara', token: 'x' } },
    { auth: { protocol: 1, isOwner: true } },
    { headers: { cookie: 'deskbell_session=x' } },
    { headers: { cookie: 'deskbell_session=__proto__; role=operator' } },
    { headers: { 'x-role': 'operator', authorization: 'Bearer operator' } },
    {},
  ]

  it.each(claims)('is refused at the connection: %j', async (claim) => {
    expect(await refusalAt(relay().url, '/operator', claim)).toBe('signed-out')
  })

  it('is refused as a visitor too, and on every other namespace', async () => {
    const claim = { auth: { ...auth, role: 'operator' } }
    expect(await refusalAt(relay().url, '/visitor', claim)).toBe('malformed')
    for (const namespace of ['/', '/admin', '/__proto__', '/visitor/../operator']) {
      expect([namespace, await refusalAt(relay().url, namespace, claim)]).toEqual([namespace, expect.any(String)])
    }
  })

  it('is refused with a visitor’s token in the place of the session', async () => {
    const { token } = await visit(relay().url)
    const headers = { cookie: `deskbell_session=${token}` }
    expect(await refusalAt(relay().url, '/operator', { headers })).toBe('signed-out')
  })
})

describe('R17 the pages', () => {
  it.each(['/inbox/', '/inbox', '/healthz', '/api/session', '/nothing-here'])(
    'carry what protects them: %s',
    async (path) => {
      const { headers } = await fetch(relay().url + path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(rule)
      }
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-powered-by')).toBeNull()
      expect(headers.get('server')).toBeNull()
      expect(headers.get('strict-transport-security')).toBeNull()
    },
  )

  it('and the answers of a polled socket are not read as anything else', async () => {
    const { headers } = await fetch(`${relay().url}/socket.io/?EIO=4&transport=polling`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('insist on TLS where their address has it', async () => {
    const { headers } = await fetch(`${secureRelay().url}/inbox/`)
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
  })
})

describe('R14 a connection', () => {
  it('that asks for many sessions gets one', async () => {
    const socket = knock(relay().url, '/visitor', { auth })
    await new Promise((resolve) => socket.once('visitor:welcome', resolve))
    const { sid } = JSON.parse(
      (await (await fetch(`${relay().url}/socket.io/?EIO=4&transport=polling`)).text()).slice(1),
    )
    const way = `${relay().url}/socket.io/?EIO=4&transport=polling&sid=${sid}`
    const many = Array.from({ length: 50 }, () => `40/visitor,${JSON.stringify(auth)}`).join('\u001e')
    await fetch(way, { method: 'POST', body: many })
    const answers = (await (await fetch(way)).text()).split('\u001e')
    expect(answers.filter((answer) => answer.includes('visitor:welcome'))).toHaveLength(1)
  })
})
