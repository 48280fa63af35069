import { createHmac } from 'node:crypto'
import { connectVisitor } from '@deskbell/client/socket'
import type { Identity, OpenedConversation } from '@deskbell/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDesk, openDesk } from './kit/desk.ts'
import type { OperatorSocket } from './kit/operators.ts'
import { closeConnections, draft, keepForClosing, next, question, type TestVisitor, visit, yes } from './kit/people.ts'
import type { TestRelay } from './kit/relay.ts'

let relay: TestRelay
let anna: OperatorSocket
let secret: string
beforeEach(async () => {
  ;({ relay, anna } = await openDesk())
  secret = await secretOf('GET')
})
afterEach(closeDesk)

async function secretOf(method: 'GET' | 'POST'): Promise<string> {
  const headers = { cookie: relay.annasCookie, origin: relay.url }
  const reply = await fetch(`${relay.url}/api/identity-secret`, { method, headers })
  return ((await reply.json()) as { secret: string }).secret
}

const sign = (id: string) => createHmac('sha256', secret).update(id).digest('hex')
const ben = (): Identity => ({ id: '4712', name: 'Ben', hash: sign('4712') })
const mara = (change: object = {}): Identity => ({
  ...{ id: '4711', name: 'Mara', email: 'mara@visitor.example', hash: sign('4711') },
  ...change,
})

/** A device on which the page says who its visitor is. */
async function device(identity: Identity, token?: string): Promise<TestVisitor> {
  const connection = connectVisitor(relay.url, () => ({ locale: 'en', identity, ...(token && { token }) }))
  keepForClosing(connection)
  const welcome = await next(connection, 'visitor:welcome')
  return { ...connection, welcome, items: [], files: [], token: welcome.token ?? token ?? '' }
}

const asks = async (visitor: TestVisitor, text = 'Where is my parcel?') =>
  yes(await visitor.request('conversation:ask', question(text))).id
const opened = async (conversationId: string): Promise<OpenedConversation> =>
  yes(await anna.emitWithAck('conversation:open', { conversationId }))

describe('a visitor the shop vouches for', () => {
  it('is shown to operators with id, name and address', async () => {
    const { conversation } = await opened(await asks(await device(mara())))
    expect(conversation).toMatchObject({ verifiedId: '4711', name: 'Mara', email: 'mara@visitor.example' })
  })

  it('goes on with the open conversation on another device', async () => {
    const phone = await device(mara())
    const id = await asks(phone)
    const laptop = await device(mara())
    expect(laptop.welcome).toMatchObject({ token: phone.token, conversation: { id, status: 'waiting' } })
    const told = next(phone, 'message:sent', ({ seq }) => seq > 1)
    expect(yes(await laptop.request('message:send', draft('It is urgent'))).seq).toBe(2)
    expect(await told).toMatchObject({ text: 'It is urgent' })
    expect(yes(await laptop.request('conversation:resume', { after: 0 })).items).toHaveLength(2)
  })

  it('is the same person to operators, whatever the device', async () => {
    const phone = await device(mara())
    const first = await asks(phone, 'Where is my parcel?')
    yes(await phone.request('conversation:close', {}))
    const laptop = await device(mara())
    expect(laptop.welcome.conversation).toBeUndefined()
    const second = await asks(laptop, 'It has come')
    expect((await opened(second)).earlier).toMatchObject([{ id: first, status: 'closed', text: 'Where is my parcel?' }])
    expect((await opened(first)).earlier).toMatchObject([{ id: second, text: 'It has come' }])
  })

  it('keeps the conversation begun in this browser before signing in', async () => {
    const unknown = await visit(relay)
    const id = await asks(unknown)
    const known = await device(mara(), unknown.token)
    expect(known.welcome).toMatchObject({ conversation: { id } })
    expect(known.welcome.token).toBeUndefined()
    expect((await opened(id)).conversation).toMatchObject({ verifiedId: '4711', name: 'Mara' })
  })

  it('does not find what somebody else began in this browser', async () => {
    const maras = await device(mara())
    await asks(maras)
    const bens = await device(ben(), maras.token)
    expect(bens.welcome.conversation).toBeUndefined()
    expect(bens.welcome.token).toBeTypeOf('string')
    expect((await opened(await asks(bens))).earlier).toEqual([])
  })

  it('does not share what was not begun yet with somebody else in this browser, nor with nobody', async () => {
    const maras = await device(mara())
    const again = await device(mara(), maras.token)
    expect(again.welcome.token).toBeUndefined()
    for (const other of [await device(ben(), maras.token), await visit(relay, maras.token)]) {
      expect(other.welcome.token).toBeTypeOf('string')
      expect(other.welcome.token).not.toBe(maras.token)
    }
    const unknown = await visit(relay)
    expect((await device(mara(), unknown.token)).welcome.token).toBeTypeOf('string')
  })

  it('is erased on all devices', async () => {
    const phone = await device(mara())
    await asks(phone)
    yes(await phone.request('conversation:close', {}))
    const second = await asks(await device(mara()))
    const headers = { cookie: relay.annasCookie, origin: relay.url }
    const reply = await fetch(`${relay.url}/api/visitors/${second}`, { method: 'DELETE', headers })
    expect(await reply.json()).toEqual({ conversations: 2, isJournalEmpty: true })
  })
})

describe('without a valid signature', () => {
  const wrong: [string, () => object][] = [
    ['none', () => ({ hash: undefined })],
    ['of another id', () => ({ hash: sign('4712') })],
    ['cut', () => ({ hash: sign('4711').slice(0, 62) })],
    ['in another notation', () => ({ hash: Buffer.from(sign('4711'), 'hex').toString('base64') })],
    ['not a text', () => ({ hash: { toString: () => sign('4711') } })],
    ['of the empty id', () => ({ id: '', hash: sign('') })],
  ]
  it.each(wrong)('(%s) nothing but the name is taken and nothing is joined', async (_name, change) => {
    await asks(await device(mara()))
    const forged = await device(mara(change()))
    expect(forged.welcome.conversation).toBeUndefined()
    const { conversation, earlier } = await opened(await asks(forged))
    expect(conversation.name).toBe('Mara')
    expect(conversation).not.toHaveProperty('verifiedId')
    expect(conversation).not.toHaveProperty('email')
    expect(earlier).toEqual([])
  })

  it('a name in a verified conversation stays', async () => {
    const verified = await device(mara())
    const id = await asks(verified)
    await device({ name: 'Somebody else' }, verified.token)
    expect((await opened(id)).conversation).toMatchObject({ name: 'Mara', verifiedId: '4711' })
  })

  it('an operator’s name is no visitor’s', async () => {
    const { conversation } = await opened(await asks(await device({ name: 'ＡＮＮＡ' })))
    expect(conversation).not.toHaveProperty('name')
  })

  it('a page that errs shuts nobody out', async () => {
    const odd = { id: { a: 1 }, name: 'x'.repeat(500), email: 7, more: [] } as unknown as Identity
    expect((await opened(await asks(await device(odd)))).conversation).not.toHaveProperty('name')
  })
})

describe('the identity secret', () => {
  it('counts no more once it was renewed', async () => {
    const before = mara()
    const renewed = await secretOf('POST')
    expect(renewed).not.toBe(secret)
    expect((await opened(await asks(await device(before)))).conversation).not.toHaveProperty('verifiedId')
    secret = renewed
    expect((await opened(await asks(await device(mara())))).conversation).toMatchObject({ verifiedId: '4711' })
  })

  it('is the same after a restart', async () => {
    closeConnections()
    relay = await relay.again()
    expect(await secretOf('GET')).toBe(secret)
  })

  it('is the owner’s, as is how long visitors are kept', async () => {
    const sent = (path: string, method: string, body: object, cookie: string) => {
      const headers = { cookie, origin: relay.url, 'content-type': 'application/json' }
      return fetch(relay.url + path, { method, headers, body: JSON.stringify(body) })
    }
    const invited = await sent('/api/invitations', 'POST', {}, relay.annasCookie)
    const { url } = (await invited.json()) as { url: string }
    const boris = { email: 'boris@holm.example', password: 'a different horse', name: 'Boris' }
    const joined = await sent('/api/join', 'POST', { token: url.split('#join=')[1], ...boris }, '')
    const cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await fetch(`${relay.url}/api/privacy`, { headers: { cookie } })).status).toBe(200)
    expect((await fetch(`${relay.url}/api/identity-secret`, { headers: { cookie } })).status).toBe(403)
    expect((await sent('/api/identity-secret', 'POST', {}, cookie)).status).toBe(403)
    expect((await sent('/api/privacy', 'PUT', { retentionDays: 1 }, cookie)).status).toBe(403)
    expect(await secretOf('GET')).toBe(secret)
  })

  it('is shown to nobody who is not signed in', async () => {
    expect((await fetch(`${relay.url}/api/identity-secret`)).status).toBe(401)
    const headers = { cookie: relay.annasCookie, origin: 'https://evil.example' }
    expect((await fetch(`${relay.url}/api/identity-secret`, { method: 'POST', headers })).status).toBe(403)
  })
})
