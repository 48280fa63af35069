import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mara, ownedByMara, RelayProcess } from '../kit/relay.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { question, yes } from './kit/payloads.ts'
import { knock } from './kit/people.ts'
import { openRefusingMail } from './kit/refusing-mail.ts'

const visitor = {
  address: '203.0.113.77',
  text: 'The glaze of my Quillfeather bowl is cracked',
  name: 'Ines Quillfeather',
  email: 'ines@quillfeather.example',
  page: 'https://holm.example/orders-of-ines',
}

// The proxy says where the visitor comes from, and the mail server complains by name.
const mail = await openRefusingMail()
afterAll(() => mail.server.close())

let relay: RelayProcess
beforeEach(async () => {
  relay = new RelayProcess({
    ...ownedByMara,
    LOG_LEVEL: 'trace',
    DESKBELL_TRUST_PROXY: '127.0.0.1',
    DESKBELL_SMTP_URL: mail.url,
    DESKBELL_MAIL_FROM: 'help@holm.example',
  })
  await relay.start()
})
afterEach(() => relay.dispose())

/** The visitor leaves a question, is answered, sends what is wrong too, and is gone. */
async function chat() {
  const forwarded = { 'x-forwarded-for': visitor.address }
  const cookie = await signIn(relay.url)
  const operator = await onDuty(relay.url, cookie)
  const secret = await (await fetch(`${relay.url}/api/identity-secret`, { headers: { cookie } })).json()
  const hash = createHmac('sha256', secret.secret).update('4711').digest('hex')
  const identity = { id: '4711', name: visitor.name, email: visitor.email, hash }
  const socket = knock(relay.url, '/visitor', { auth: { protocol: 1, locale: 'en', identity }, headers: forwarded })
  const { token } = await new Promise<{ token: string }>((resolve) => socket.once('visitor:welcome', resolve))
  const before = { searches: [], entries: [], page: { title: 'Orders', url: visitor.page } }
  const asked = { ...question(visitor.text), before }
  const { id } = yes<{ id: string }>(await socket.emitWithAck('question:leave', asked))
  await socket.emitWithAck('message:send', { id: visitor.text, text: { html: visitor.text } })
  const helped = { kind: 'helped', entryId: 'none', locale: 'en', helped: true, query: visitor.text }
  await send(`${relay.url}/api/feedback`, 'POST', helped, forwarded)
  await send(`${relay.url}/api/session`, 'POST', { email: visitor.email, password: 'guessed-it' }, forwarded)
  yes(await operator.emitWithAck('conversation:take', { conversationId: id }))
  yes(
    await operator.emitWithAck('message:send', {
      conversationId: id,
      ...question('A new one is on its way'),
      before: undefined,
    }),
  )
  yes(await operator.emitWithAck('conversation:close', { conversationId: id }))
  await vi.waitFor(() => expect(relay.output).toContain('could not be mailed'), 15_000)
  await socket.emitWithAck('transcript:send', { conversationId: id, email: visitor.email })
  expect(relay.output).toContain('a transcript could not be mailed')
  return { id, token, secret: secret.secret as string, cookie: cookie.split('=')[1] ?? '' }
}

it('logs ids, and never a text, a name, an address, a token or a secret', async () => {
  const { id, token, secret, cookie } = await chat()
  expect(relay.output).toContain(id)
  const telling = [...Object.values(visitor), 'A new one is on its way', token, secret, cookie, mara.password]
  expect(telling.filter((text) => relay.output.includes(text))).toEqual([])
})

it('writes no address of the network to the data folder', async () => {
  await chat()
  const entries = readdirSync(relay.dataFolder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
  expect(files.some((bytes) => bytes.includes(visitor.text))).toBe(true)
  expect(files.some((bytes) => bytes.includes(visitor.address))).toBe(false)
})
