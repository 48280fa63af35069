import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { closeDesk } from './kit/desk.ts'
import { borisOnDuty } from './kit/operators.ts'
import { closeConnections } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

const ask = (method: string, path = '', body?: unknown, cookie = relay.annasCookie) =>
  fetch(`${relay.url}/api/canned-replies${path}`, {
    method,
    headers: { cookie, origin: relay.url, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const stored = async () => (await (await ask('GET')).json()).replies

it('are the owner’s to write, to change and to take away, and are there after a restart', async () => {
  const id = randomUUID()
  expect(await stored()).toEqual([])
  expect((await ask('PUT', `/${id}`, { name: ' Late ', texts: { en: 'Sorry, {name}.' } })).ok).toBe(true)
  const other = randomUUID()
  await ask('PUT', `/${other}`, { name: 'Thanks', texts: { en: 'Thank you!', de: 'Danke!' } })
  expect((await ask('PUT', `/${id}`, { name: 'Late', texts: { en: 'So sorry.' } })).ok).toBe(true)
  closeConnections()
  relay = await relay.again()
  expect(await stored()).toEqual([
    { id, name: 'Late', texts: { en: 'So sorry.' } },
    { id: other, name: 'Thanks', texts: { en: 'Thank you!', de: 'Danke!' } },
  ])
  expect((await ask('DELETE', `/${id}`)).ok).toBe(true)
  expect((await ask('DELETE', `/${id}`)).ok).toBe(true)
  expect(await stored()).toMatchObject([{ id: other }])
})

it.each([
  ['no name', { name: ' ', texts: { en: 'x' } }],
  ['no text', { name: 'x', texts: {} }],
  ['an empty text', { name: 'x', texts: { en: ' ' } }],
  ['no language', { name: 'x', texts: { 'not a language': 'x' } }],
  ['something else', { name: 'x', texts: { en: 'x' }, by: 'me' }],
])('with %s are refused', async (_what, reply) => {
  expect((await ask('PUT', `/${randomUUID()}`, reply)).status).toBe(400)
  expect((await ask('PUT', '/x', { name: 'x', texts: { en: 'x' } })).status).toBe(400)
  expect(await stored()).toEqual([])
})

it('are read by operators, and by nobody else', async () => {
  await borisOnDuty(relay)
  expect((await ask('GET', '', undefined, '')).status).toBe(401)
  expect((await ask('PUT', `/${randomUUID()}`, { name: 'x', texts: { en: 'x' } }, '')).status).toBe(401)
})
