import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserOf } from '../src/http/browser-of.ts'
import { accountsOf, boris } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { filesWith } from './kit/folder.ts'
import { openInbox } from './kit/operators.ts'
import { yes } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const { ask, isIn, addBoris, signIn } = accountsOf(() => relay)
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
const today = () => new Date().toISOString().slice(0, 10)

interface Session {
  id: string
  isThis: boolean
}
async function sessionsOf(cookie: string): Promise<Session[]> {
  return (await ask('GET', '/sessions', undefined, cookie)).reply as unknown as Session[]
}

async function signInWith(userAgent: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent }
  const body = JSON.stringify({ email: boris.email, password: boris.password })
  const response = await fetch(`${relay.url}/api/session`, { method: 'POST', headers, body })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('one’s sessions', () => {
  it('are told with browser, system and days, and which is this one', async () => {
    const { cookie } = await addBoris()
    const there = await signInWith(firefox)
    expect(await isIn(there)).toBe(true)
    const sessions = await sessionsOf(cookie)
    const known = {
      browser: 'Firefox',
      system: 'Windows',
      seenDay: today(),
      begunAt: expect.any(Number),
      isThis: false,
    }
    expect(sessions).toContainEqual({ ...known, id: expect.any(String) })
    expect(sessions.map(({ isThis }) => isThis).toSorted()).toEqual([false, true])
    // Neither the address nor the version, nor anything that lets somebody in.
    expect(filesWith(relay.dataFolder, ['127.0.0.1', 'Firefox/145'])).toEqual([])
    expect(await isIn(`deskbell_session=${sessions[0]?.id}`)).toBe(false)
  })

  it('end one by one, with what is connected', async () => {
    const { cookie } = await addBoris()
    const { cookie: other } = await signIn(boris.password)
    const [here, there] = [await openInbox(relay, cookie), await openInbox(relay, other)]
    const cutOff = new Promise((resolve) => there.once('disconnect', resolve))
    const ended = (await sessionsOf(cookie)).find(({ isThis }) => !isThis)
    expect((await ask('DELETE', `/sessions/${ended?.id}`, undefined, cookie)).status).toBe(204)
    await cutOff
    expect([await isIn(cookie), await isIn(other), here.connected]).toEqual([true, false, true])
    expect(await sessionsOf(cookie)).toHaveLength(1)
  })

  it('are nobody else’s to see or to end as one’s own, not even an owner’s', async () => {
    const { cookie } = await addBoris()
    const [own] = await sessionsOf(cookie)
    expect((await sessionsOf(relay.annasCookie)).map(({ id }) => id)).not.toContain(own?.id)
    await ask('DELETE', `/sessions/${own?.id}`)
    expect(await isIn(cookie)).toBe(true)
    expect((await ask('GET', '/sessions', undefined, '')).status).toBe(401)
    expect((await ask('DELETE', `/sessions/${own?.id}`, undefined, '')).status).toBe(401)
  })
})

describe('a colleague’s sessions', () => {
  it('are an owner’s to see, and to end one by one: whose last open inbox that was is away at once', async () => {
    const { id, cookie } = await addBoris()
    const { cookie: other } = await signIn(boris.password)
    const [here, there] = [await openInbox(relay, cookie), await openInbox(relay, other)]
    yes(await here.emitWithAck('duty:set', { isOnDuty: true }))
    const theirs = async () => (await ask('GET', `/operators/${id}/sessions`)).reply as unknown as readonly Session[]
    expect((await theirs()).map(({ isThis }) => isThis)).toEqual([false, false])
    const own = (await sessionsOf(other)).find(({ isThis }) => isThis)
    const cutOff = new Promise((resolve) => there.once('disconnect', resolve))
    expect((await ask('DELETE', `/operators/${id}/sessions/${own?.id}`)).status).toBe(204)
    await cutOff
    expect([await isIn(cookie), await isIn(other), here.connected]).toEqual([true, false, true])
    const anna = await openInbox(relay)
    const isAway = new Promise<void>((resolve) => {
      anna.on('team:changed', (team) => team.some((one) => one.id === id && !one.isOnDuty) && resolve())
    })
    const [last] = await theirs()
    await ask('DELETE', `/operators/${id}/sessions/${last?.id}`)
    await isAway
    expect([await isIn(cookie), await theirs()]).toEqual([false, []])
  })

  it('are no operator’s to see or to end', async () => {
    const { cookie } = await addBoris()
    const [anna] = await sessionsOf(relay.annasCookie)
    const { reply } = await ask('GET', '/session')
    const path = `/operators/${(reply as unknown as { operator: { id: string } }).operator.id}/sessions`
    expect((await ask('GET', path, undefined, cookie)).reply).toMatchObject({ refusal: 'forbidden' })
    expect((await ask('DELETE', `${path}/${anna?.id}`, undefined, cookie)).status).toBe(403)
    expect((await ask('GET', path, undefined, '')).status).toBe(401)
    expect(await isIn(relay.annasCookie)).toBe(true)
  })
})

describe('a browser', () => {
  const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'
  it.each([
    [firefox, 'Firefox', 'Windows'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/142.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
    [`Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`, 'Edge', 'Windows'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`, 'Safari', 'macOS'],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/142.0 Mobile/15E148 Safari/604.1`,
      'Chrome',
      'iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 10; K) ${webkit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
  ])('is called by its name: %s', (userAgent, browser, system) => {
    expect(browserOf(userAgent)).toEqual({ browser, system })
  })

  it.each(['', '<script>alert(1)</script>', 'x'.repeat(10_000)])('that says nothing known has no name', (userAgent) =>
    expect(browserOf(userAgent)).toEqual({}),
  )
})
