import { mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { openInbox, signIn } from './kit/operators.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay({ DESKBELL_ORIGINS: 'https://shop.example' })
})
afterEach(closeDesk)

describe('the pages and the api', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['identity', null],
  ])('compresses for a browser that takes %s', async (accepted, encoding) => {
    for (const path of ['/widget.js', '/assets/panel-1.js']) {
      const { headers } = await fetch(relay.url + path, { headers: { 'accept-encoding': accepted } })
      expect({ path, encoding: headers.get('content-encoding') }).toEqual({ path, encoding })
    }
  })

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${relay.url}${path}`, { headers })

  it('echo the allowed origin only', async () => {
    const allowed = await get('/api/desk?locale=en', { origin: 'https://shop.example' })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull()
    const foreign = await get('/api/desk?locale=en', { origin: 'https://evil.example' })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    expect(foreign.status).toBe(403)
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

  it('say that it could not be stored, and store it the next time', async () => {
    const headers = { cookie: relay.annasCookie, 'content-type': 'application/json' }
    const settings = await (await get('/api/settings', headers)).json()
    const body = JSON.stringify({ ...settings, siteName: 'Holm' })
    const put = () => fetch(`${relay.url}/api/settings`, { method: 'PUT', headers, body })
    const inTheWay = join(relay.dataFolder, 'settings.json.new')
    mkdirSync(inTheWay)
    const refused = await put()
    expect([refused.status, await refused.json()]).toEqual([503, { refusal: 'storage-failed' }])
    rmdirSync(inTheWay)
    expect((await put()).status).toBe(200)
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

  it('take in a FAQ that is larger than other bodies, wrapped or bare', async () => {
    const cookie = relay.annasCookie
    const entries = Array.from({ length: 300 }, (_, number) => ({
      id: `entry-${number}`,
      translations: { en: { question: `Question ${number}?`, answer: 'It is **so**. '.repeat(10) } },
    }))
    const importing = (body: unknown) =>
      fetch(`${relay.url}/api/entries/import`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const taken = { added: 300, changed: 0, unchanged: 0, changeId: expect.any(Number) }
    expect(await (await importing({ entries })).json()).toEqual(taken)
    expect(await (await importing(entries)).json()).toEqual({ added: 0, changed: 0, unchanged: 300 })
    const wrong = await importing([...entries, { id: 'x', translations: {} }])
    expect(await wrong.json()).toMatchObject({ refusal: 'entries-invalid', detail: '300.translations' })
  })

  it('use an invitation once', async () => {
    const cookie = relay.annasCookie
    const boris = { email: 'boris@holm.example', password: 'a different horse' }
    const { url } = await (await fetch(`${relay.url}/api/invitations`, { method: 'POST', headers: { cookie } })).json()
    const join = (email: string) =>
      fetch(`${relay.url}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: url.split('#join=')[1], name: 'Boris', ...boris, email }),
      })
    expect((await join(boris.email)).status).toBe(200)
    expect((await join('mallory@evil.example')).status).toBe(410)
    await openInbox(relay, await signIn(relay, boris))
  })
})
