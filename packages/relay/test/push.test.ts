import { createPublicKey, verify } from 'node:crypto'
import type { PushDevice, PushKey } from '@deskbell/protocol'
import { describe, expect, it, vi } from 'vitest'
import { annaOnDuty, borisJoins, openInbox, signIn } from './kit/operators.ts'
import { draft, question, visit, yes } from './kit/people.ts'
import { usePushDesk } from './kit/push-desk.ts'
import type { Taken } from './kit/push-service.ts'

vi.setConfig({ testTimeout: 60_000 })

const { relay, service, call, device, openByHand, asks, takenBy, taken, told, toldOf } = usePushDesk('automatic')

describe('a device that wants to be told', () => {
  it('is told what is given to its operator, in words that only it can read', async () => {
    await device()
    await annaOnDuty(relay())
    await asks('Where is my parcel?')
    await taken(1)
    const [{ alert, path, headers }] = service().taken as [Taken]
    expect(alert).toMatchObject({ title: 'Petr is yours: open it', body: 'Where is my parcel?' })
    expect(path).toBe('/send/abc')
    expect(headers).toMatchObject({ ttl: '60', urgency: 'high', topic: alert.conversationId.replaceAll('-', '') })
  })

  it('is told in the language that its operator has chosen, else in its own', async () => {
    await device(undefined, '', { locale: 'de-AT' })
    await annaOnDuty(relay())
    await asks('One')
    await taken(1)
    expect(service().taken[0]?.alert.title).toBe('Neu für Sie: Petr. Jetzt öffnen')
    const headers = { cookie: relay().annasCookie, 'content-type': 'application/json' }
    await fetch(`${relay().url}/api/locale`, { method: 'PUT', headers, body: '{"locale":"en"}' })
    await asks('Two')
    await taken(2)
    expect(service().taken[1]?.alert.title).toBe('Petr is yours: open it')
  })

  it('is told neither who nor what where it is to say neither, also at a new address of the same session', async () => {
    await call('PUT', { ...service().device, isWordless: true })
    const renewed = { ...service().device, endpoint: `${service().device.endpoint}d` }
    await call('PUT', renewed)
    await annaOnDuty(relay())
    await asks('My card is 4111')
    await taken(2)
    const bare = expect.objectContaining({ title: 'A visitor is yours: open it', body: '' })
    expect(service().taken.map(({ alert }) => alert)).toEqual([bare, bare])
    await call('PUT', { ...renewed, isWordless: false })
    await asks('Where is my parcel?')
    await taken(4)
    expect(
      service()
        .taken.map(({ alert }) => alert.body)
        .slice(2)
        .sort(),
    ).toEqual(['', 'Where is my parcel?'])
  })

  it('hears from this relay alone: it is signed with the key that the browser was given', async () => {
    const { publicKey } = (await (await call('GET')).json()) as PushKey
    await device()
    await annaOnDuty(relay())
    await asks('Hello')
    await taken(1)
    const [, token = '', key] = /^vapid t=(.+), k=(.+)$/.exec(service().taken[0]?.headers.authorization ?? '') ?? []
    expect(key).toBe(publicKey)
    const [head, claims = '', signature = ''] = token.split('.')
    const point = Buffer.from(publicKey, 'base64url').subarray(1)
    const [x, y] = [point.subarray(0, 32), point.subarray(32)].map((half) => half.toString('base64url'))
    const signer = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' })
    const signed = Buffer.from(`${head}.${claims}`)
    const sealed = Buffer.from(signature, 'base64url')
    expect(verify('sha256', signed, { key: signer, dsaEncoding: 'ieee-p1363' }, sealed)).toBe(true)
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: 'https://push.example' })
    const again = await relay().again()
    expect(await (await fetch(`${again.url}/api/push`, { headers: { cookie: again.annasCookie } })).json()).toEqual({
      publicKey,
    })
  })

  it('is told who comes into the line while no page of its operator is open', async () => {
    await openByHand()
    await device()
    const anna = await annaOnDuty(relay())
    await asks('One')
    anna.close()
    await vi.waitFor(async () => {
      await asks('Two')
      expect(service().taken.map(({ alert }) => alert.title)).toContain('Petr waits for somebody')
    }, 20_000)
    const petr = await visit(relay())
    yes(await petr.request('question:leave', question('Three')))
    await vi.waitFor(() => expect(service().taken.at(-1)?.alert.title).toBe('A visitor left a question'), 20_000)
    expect(service().taken.at(-1)?.headers.ttl).toBe('86400')
    expect(service().taken.map(({ alert }) => alert.body)).not.toContain('One')
  })

  it('is not told of who was given to a colleague at once that they wait', async () => {
    const anna = await annaOnDuty(relay())
    const borissCookie = await borisJoins(relay())
    const boris = await openInbox(relay(), borissCookie)
    yes(await boris.emitWithAck('duty:set', { isOnDuty: true }))
    await device(borissCookie)
    boris.close()
    // As many as both may have, Boris within his grace.
    for (const text of ['1', '2', '3', '4', '5', '6']) await asks(text)
    const { conversationId } = await asks('The seventh')
    await vi.waitFor(() => expect(toldOf(conversationId)).toEqual(['Petr waits for somebody']), 20_000)
    const waiting = service().taken.filter(({ alert }) => alert.title === 'Petr waits for somebody')
    expect(waiting).toHaveLength(1)
    anna.close()
  })

  it('is not told who comes into the line while its operator wants quiet, unless nobody else would hear it', async () => {
    await openByHand()
    await device()
    const anna = await annaOnDuty(relay())
    const boris = await openInbox(relay(), await borisJoins(relay()))
    yes(await anna.emitWithAck('quiet:set', { quiet: {} }))
    anna.close()
    const bodies = () => service().taken.map(({ alert }) => alert.body)
    await vi.waitFor(async () => {
      await asks('Only Anna is there')
      expect(bodies()).toContain('Only Anna is there')
    }, 20_000)
    yes(await boris.emitWithAck('duty:set', { isOnDuty: true }))
    await asks('Boris hears it')
    yes(await boris.emitWithAck('duty:set', { isOnDuty: false }))
    await asks('Anna again')
    await vi.waitFor(() => expect(bodies()).toContain('Anna again'), 20_000)
    expect(bodies()).not.toContain('Boris hears it')
  })

  it('is told who writes while no page of its operator is open, and not while one is', async () => {
    await device()
    const anna = await annaOnDuty(relay())
    const { visitor: petr } = await asks('First')
    await taken(1)
    yes(await petr.request('message:send', draft('Still there?')))
    anna.close()
    await vi.waitFor(async () => {
      yes(await petr.request('message:send', draft('Anybody?')))
      expect(service().taken.map(({ alert }) => alert.title)).toEqual(['Petr is yours: open it', 'Petr answered'])
    }, 20_000)
  })

  it('is told who writes to its operator beside a colleague, whose own page is open', async () => {
    await openByHand()
    const [anna, borissCookie] = [await annaOnDuty(relay()), await borisJoins(relay())]
    const boris = await openInbox(relay(), borissCookie)
    yes(await boris.emitWithAck('duty:set', { isOnDuty: true }))
    await device(undefined, 'd')
    await device(borissCookie)
    const { petr, conversationId } = await takenBy(anna)
    yes(await anna.emitWithAck('conversation:invite', { conversationId, who: boris.welcome.self.id }))
    yes(await boris.emitWithAck('conversation:join', { conversationId }))
    boris.close()
    await vi.waitFor(async () => {
      yes(await petr.request('message:send', draft('Anybody?')))
      expect(told()).toEqual(['/send/abc Petr is yours: open it', '/send/abc Petr answered'])
    }, 20_000)
  })

  it('is told again where its service was broken for a moment, and not where that refuses it', async () => {
    await device()
    await annaOnDuty(relay())
    service().answerWith(400)
    const refused = await asks('One')
    await taken(1)
    service().answerWith(503)
    const broken = await asks('Two')
    await vi.waitFor(() => expect(toldOf(broken.conversationId)).not.toEqual([]), 20_000)
    service().answerWith(201)
    await vi.waitFor(() => expect(toldOf(broken.conversationId).length).toBeGreaterThan(1), 20_000)
    expect(toldOf(refused.conversationId)).toHaveLength(1)
  })

  it.each([404, 410])('is forgotten once its service answers %i', async (status) => {
    await device()
    await annaOnDuty(relay())
    service().answerWith(status)
    await asks('One')
    await taken(1)
    service().answerWith(201)
    await asks('Two')
    await asks('Three')
    expect(service().taken).toHaveLength(1)
  })

  it('is told no more once it was turned off, or its session has ended', async () => {
    await device()
    expect((await call('DELETE', { endpoint: service().device.endpoint })).status).toBe(204)
    await annaOnDuty(relay())
    await asks('One')
    await device()
    await fetch(`${relay().url}/api/session`, { method: 'DELETE', headers: { cookie: relay().annasCookie } })
    const again = await openInbox(relay(), await signIn(relay()))
    yes(await again.emitWithAck('duty:set', { isOnDuty: true }))
    await asks('Two')
    expect(service().taken).toEqual([])
  })

  it.each<[string, Partial<PushDevice>]>([
    ['without TLS', { endpoint: 'http://push.example/send/abc' }],
    ['at an address in numbers', { endpoint: 'https://127.0.0.1/send/abc' }],
    ['at an address in numbers of the other kind', { endpoint: 'https://[::1]/send/abc' }],
    ['at a number that is an address', { endpoint: 'https://2130706433/send' }],
    ['in its own network', { endpoint: 'https://localhost/send' }],
    ['with keys of another kind', { keys: { p256dh: 'abc', auth: 'def' } }],
  ])('is refused %s', async (_where, change) => {
    expect((await call('PUT', { ...service().device, ...change })).status).toBe(400)
  })

  it('is nobody’s who is not signed in', async () => {
    expect((await call('GET', undefined, '')).status).toBe(401)
    expect((await call('PUT', service().device, '')).status).toBe(401)
  })
})

it('connects to no name that leads into a private network', async () => {
  const { publicAgent } = await import('../src/push/public-agent.ts')
  const { get } = await import('node:https')
  const error = await new Promise<Error>((resolve) => {
    get('https://localhost:9/', { agent: publicAgent() }).on('error', resolve)
  })
  expect(error.message).toBe('localhost has a private address')
})
