import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SignInAttempts } from '../src/limits/attempts.ts'
import { accountsOf, boris } from './kit/accounts.ts'
import { type OperatorSocket, openInbox } from './kit/operators.ts'
import { closeConnections } from './kit/people.ts'
import { anna, closeRelays, openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(async () => {
  closeConnections()
  await closeRelays()
  vi.unstubAllEnvs()
})

const { ask, isIn, addBoris, signIn } = accountsOf(() => relay)
const ended = (socket: OperatorSocket) => new Promise((resolve) => socket.once('disconnect', resolve))

describe('a password', () => {
  it('is changed by who knows it, which ends the other sessions', async () => {
    vi.stubEnv('REAL_PASSWORDS', '1')
    const { cookie } = await addBoris()
    const { cookie: other } = await signIn(boris.password)
    const inbox = await openInbox(relay, other)
    const cutOff = ended(inbox)
    const change = (current: string) => ask('PUT', '/password', { current, password: 'quite another horse' }, cookie)
    expect(await change('wrong')).toMatchObject({ status: 401, reply: { refusal: 'wrong-credentials' } })
    expect((await change(boris.password)).status).toBe(204)
    await cutOff
    expect([await isIn(cookie), await isIn(other)]).toEqual([true, false])
    expect((await signIn(boris.password)).status).toBe(401)
    expect((await signIn('quite another horse')).status).toBe(200)
  })

  it('is not guessed by somebody who found an open inbox', async () => {
    const change = () => ask('PUT', '/password', { current: 'a guess', password: 'quite another horse' })
    for (let tries = 0; tries < 5; tries += 1) await change()
    expect((await change()).status).toBe(429)
  })

  it('is set anew by a link of an owner, once, and ends all other sessions', async () => {
    const { id, cookie } = await addBoris()
    const { reply } = await ask('POST', `/operators/${id}/password-link`)
    const token = reply.url?.split('#new-password=')[1]
    expect(Number(reply.expiresAt) - Date.now()).toBeLessThanOrEqual(3_600_000)
    const { reply: whose } = await ask('POST', '/new-password/look', { token }, '')
    expect(whose).toEqual({ siteName: 'Deskbell', name: 'Boris', email: boris.email })
    const set = (password: string) => ask('POST', '/new-password', { token, password }, '')
    expect(await set('short')).toMatchObject({ status: 400, reply: { refusal: 'password-too-short' } })
    const { cookie: entered } = await set('quite another horse')
    expect([await isIn(entered), await isIn(cookie)]).toEqual([true, false])
    expect(await set('a third horse altogether')).toMatchObject({ status: 410, reply: { refusal: 'link-used' } })
    expect((await signIn('quite another horse')).status).toBe(200)
  })

  it('is not set by an earlier link, nor by one of somebody who was removed', async () => {
    const { id } = await addBoris()
    const link = async () => (await ask('POST', `/operators/${id}/password-link`)).reply.url?.split('#new-password=')[1]
    const first = await link()
    const second = await link()
    const status = async (token = '') => (await ask('POST', '/new-password/look', { token }, '')).status
    expect([await status(first), await status(second)]).toEqual([410, 200])
    await ask('DELETE', `/operators/${id}`)
    expect(await status(second)).toBe(410)
  })
})

describe('a sign-in', () => {
  it('is not tried more often under another spelling of the address', async () => {
    for (const email of [
      'anna@holm.example',
      'ANNA@holm.example',
      'ａnna@holm.example',
      'anna@holm.Example',
      'annａ@holm.example',
    ]) {
      expect((await signIn('a wrong horse', email)).status).toBe(401)
    }
    expect((await signIn(anna.password, 'anna@ＨＯＬＭ.example')).status).toBe(429)
  })

  it('takes as long for a name that nobody has', async () => {
    vi.stubEnv('REAL_PASSWORDS', '1')
    const took = async (email: string) => {
      const began = performance.now()
      expect((await signIn('a wrong horse', email)).status).toBe(401)
      return performance.now() - began
    }
    const known = Math.min(await took(anna.email), await took(anna.email))
    const unknown = Math.min(await took('nobody@holm.example'), await took('nobody@holm.example'))
    // A hash takes a hundred times what the rest of it does.
    expect(unknown / known).toBeGreaterThan(0.25)
    expect(unknown / known).toBeLessThan(4)
  })

  it('is not tried for one name after the other', () => {
    const attempts = new SignInAttempts()
    const taken = Array.from({ length: 61 }, (_, number) => attempts.take('203.0.113.7', `name-${number}`))
    expect([taken.filter((wait) => wait === 0).length, (taken[60] ?? 0) > 0]).toEqual([60, true])
    expect(attempts.take('203.0.113.8', 'name-0')).toBe(0)
  })

  it('with the old password does not outlive the new one', async () => {
    const { id, cookie } = await addBoris()
    const { reply } = await ask('POST', `/operators/${id}/password-link`)
    const token = reply.url?.split('#new-password=')[1]
    const setting = ask('POST', '/new-password', { token, password: 'quite another horse' }, '')
    const late = await Promise.all(Array.from({ length: 4 }, () => signIn(boris.password)))
    expect(await isIn((await setting).cookie)).toBe(true)
    for (const { cookie: began } of [...late, { cookie }]) expect(await isIn(began)).toBe(false)
  })

  it('ends the session it replaces', async () => {
    const { cookie } = await addBoris()
    const { cookie: next } = await ask('POST', '/session', { email: boris.email, password: boris.password }, cookie)
    expect([await isIn(cookie), await isIn(next)]).toEqual([false, true])
  })
})

describe('by TLS', () => {
  it('cookies are for this name alone, and HSTS too', async () => {
    const started = await openRelay({ DESKBELL_PUBLIC_URL: 'https://help.holm.example' })
    // As the proxy that ends TLS reaches it.
    relay = { ...started, url: started.localUrl }
    const headers = { 'content-type': 'application/json', origin: 'https://help.holm.example' }
    const body = JSON.stringify({ email: anna.email, password: anna.password })
    const response = await fetch(`${relay.url}/api/session`, { method: 'POST', headers, body })
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-deskbell_session=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Expires=[^;]+; Secure$/)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000')
    const token = cookie.split(';')[0] ?? ''
    expect(await isIn(token)).toBe(true)
    // As another name of the site could set it.
    expect(await isIn(token.replace('__Host-', ''))).toBe(false)
    await openInbox(relay, token)
  })
})
