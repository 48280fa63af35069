import { describe, expect, it } from 'vitest'
import { mara } from '../kit/relay.ts'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { refusalAt } from './kit/people.ts'

const relay = useAttackedRelay({ REAL_PASSWORDS: '1' })
const secureRelay = useAttackedRelay({ DESKBELL_PUBLIC_URL: 'https://help.shop.example' })
const given = { email: mara.email, password: mara.password }

describe('R30 a session', () => {
  it('is a new one at each sign-in, whatever cookie was planted before', async () => {
    const planted = 'A'.repeat(43)
    const [first, second] = [await signIn(relay().url), await signIn(relay().url)]
    const headers = { cookie: `deskbell_session=${planted}` }
    const response = await send(`${relay().url}/api/session`, 'POST', given, headers)
    const third = response.headers.getSetCookie()[0] ?? ''
    expect(third).not.toContain(planted)
    expect(new Set([first, second, third.split(';')[0]]).size).toBe(3)
    expect(await stateOf(relay().url, headers.cookie)).toBe('signed-out')
    // Of who signs in anew with the cookie of a session, the earlier session is over.
    const again = await send(`${relay().url}/api/session`, 'POST', given, { cookie: first })
    expect(again.status).toBe(200)
    expect(await stateOf(relay().url, first)).toBe('signed-out')
    expect(await stateOf(relay().url, second)).toBe('signed-in')
  })

  it('has a cookie that no script and no other site can use, and on TLS no other scheme', async () => {
    const [plain = ''] = (await send(`${relay().url}/api/session`, 'POST', given)).headers.getSetCookie()
    expect(plain).toMatch(/^deskbell_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Expires=[^;]+$/)
    const [secure = ''] = (await send(`${secureRelay().url}/api/session`, 'POST', given)).headers.getSetCookie()
    expect(secure).toMatch(
      /^__Host-deskbell_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Expires=[^;]+; Secure$/,
    )
  })

  it('ends with its sockets at the sign-out, and with no others', async () => {
    const { url } = relay()
    const [here, there] = [await signIn(url), await signIn(url)]
    const [socket, other] = [await onDuty(url, here), await onDuty(url, there)]
    const ended = new Promise((resolve) => socket.once('disconnect', resolve))
    expect((await fetch(`${url}/api/session`, { method: 'DELETE', headers: { cookie: here } })).status).toBe(204)
    await ended
    expect(await refusalAt(url, '/operator', { headers: { cookie: here } })).toBe('signed-out')
    expect(await stateOf(url, here)).toBe('signed-out')
    expect((await fetch(`${url}/api/settings`, { headers: { cookie: here } })).status).toBe(401)
    expect(other.connected).toBe(true)
    expect(await stateOf(url, there)).toBe('signed-in')
  })
})

describe('an operator who is disabled', () => {
  it('keeps no way in, and has none to disable an owner', async () => {
    const { url } = relay()
    const owner = { cookie: await signIn(url) }
    const nils = { email: 'nils@shop.example', password: 'a different horse', name: 'Nils' }
    const invitation = await (await send(`${url}/api/invitations`, 'POST', {}, owner)).json()
    const [, token] = invitation.url.split('#join=')
    expect((await send(`${url}/api/join`, 'POST', { token, ...nils })).status).toBe(200)
    const cookie = await signIn(url, { ...mara, ...nils })
    const team = (await (await fetch(`${url}/api/operators`, { headers: { cookie } })).json()) as {
      id: string
      email: string
    }[]
    const change = (email: string, body: object, by: { cookie: string }) => {
      const id = team.find((one) => one.email === email)?.id
      return send(`${url}/api/operators/${id}/disabled`, 'PUT', body, by)
    }
    for (const body of [{ isDisabled: true }, { isDisabled: false }, { isDisabled: 'true' }]) {
      expect((await change(mara.email, body, { cookie })).status).toBe(403)
      expect((await change(nils.email, body, { cookie })).status).toBe(403)
    }
    const socket = await onDuty(url, cookie)
    const ended = new Promise((resolve) => socket.once('disconnect', resolve))
    expect((await change(nils.email, { isDisabled: true }, owner)).status).toBe(200)
    await ended
    expect(await refusalAt(url, '/operator', { headers: { cookie } })).toBe('signed-out')
    expect(await stateOf(url, cookie)).toBe('signed-out')
    expect((await change(nils.email, { isDisabled: false }, { cookie })).status).toBe(401)
    await expect(signIn(url, { ...mara, ...nils })).rejects.toThrow('401')
  })
})

async function stateOf(url: string, cookie: string): Promise<string> {
  return (await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()).state
}
