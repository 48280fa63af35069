import { type Entry, entryVersion } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountsOf } from './kit/accounts.ts'
import { closeDesk } from './kit/desk.ts'
import { idOf } from './kit/operators.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const week = Array.from({ length: 7 }, () => [])
const documents = {
  '/api/settings': async () => ({ ...(await get('/api/settings')).body, siteName: 'Kiln' }),
  '/api/privacy': async () => ({ retentionDays: 30 }),
  '/api/hours': async () => ({ timeZone: 'Europe/Ljubljana', week, closed: [] }),
  '/api/words': async () => ({ words: { en: { greeting: 'Good day' } } }),
  '/api/roster': async () => {
    const open = [{ from: '09:00', to: '12:00' }]
    return { plans: [{ operatorId: await idOf(relay, 'Anna'), week: [open, ...week.slice(1)], otherDays: [] }] }
  },
}

async function ask(path: string, init: RequestInit = {}) {
  const headers = { cookie: relay.annasCookie, origin: relay.url, 'content-type': 'application/json', ...init.headers }
  const response = await fetch(relay.url + path, { ...init, headers })
  return { status: response.status, version: response.headers.get('deskbell-version'), body: await response.json() }
}
const get = (path: string) => ask(path)
const put = (path: string, body: unknown, version?: string | null) =>
  ask(path, { method: 'PUT', body: JSON.stringify(body), ...(version && { headers: { 'deskbell-version': version } }) })

describe('what is saved as a whole', () => {
  it.each(Object.entries(documents))('%s is not saved over a version it does not know', async (path, other) => {
    const { version } = await get(path)
    const saved = await put(path, await other(), version)
    expect(saved.status).toBe(200)
    expect(saved.version).not.toBe(version)
    expect(await get(path)).toMatchObject({ version: saved.version })
    const late = await put(path, await other(), version)
    expect(late).toMatchObject({ status: 409, body: { refusal: 'changed-meanwhile', detail: 'Anna' } })
    expect((await put(path, await other(), saved.version)).status).toBe(200)
    // Scripts that know of no versions go on.
    expect((await put(path, await other())).status).toBe(200)
  })

  it('the roster is another while somebody is off the team, by nobody', async () => {
    const { addBoris, ask: askAccounts } = accountsOf(() => relay)
    const { id } = await addBoris()
    const lateAfter = async (method: string, path: string) => {
      const { version } = await get('/api/roster')
      await askAccounts(method, path)
      return put('/api/roster', { plans: [] }, version)
    }
    await put('/api/roster', { plans: [{ operatorId: id, week, otherDays: [] }] })
    expect((await lateAfter('DELETE', `/operators/${id}`)).body).toEqual({ refusal: 'changed-meanwhile' })
    expect((await lateAfter('POST', `/operators/${id}/restore`)).status).toBe(409)
  })

  it('an entry is not saved over one that is another by now', async () => {
    const entry = (question: string): Entry => ({ id: 'zip', translations: { en: { question, answer: 'Yes.' } } })
    const path = '/api/entries/zip'
    await put(path, entry('Is it mended?'))
    const saved = await put(path, entry('Is the zip mended?'), entryVersion(entry('Is it mended?')))
    expect(saved.status).toBe(200)
    const late = await put(path, entry('Do you mend it?'), entryVersion(entry('Is it mended?')))
    expect(late).toMatchObject({ status: 409, body: { refusal: 'changed-meanwhile' } })
    expect((await put(path, entry('Do you mend it?'), entryVersion(saved.body))).status).toBe(200)
    expect((await put(path, entry('Do you mend zips?'))).status).toBe(200)
  })

  it('keeps its version over a restart, and forgets who saved', async () => {
    const { version } = await get('/api/privacy')
    await put('/api/privacy', { retentionDays: 30 })
    const saved = await get('/api/privacy')
    relay = await relay.again()
    expect((await get('/api/privacy')).version).toBe(saved.version)
    expect((await put('/api/privacy', { retentionDays: 60 }, version)).body).toEqual({ refusal: 'changed-meanwhile' })
  })
})
