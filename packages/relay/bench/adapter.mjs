// Drives the relay over its real wire for the relay-load bench: operators sign in and take, visitors ask, both resume.
// Names are translated, nothing more. The owner's account is the one the relay was started with.
import { createHash, randomUUID } from 'node:crypto'
import { createSequence } from '@deskbell/client/socket'

const enough = 1_000
const patience = 4_000
const welcomeWithin = 500
const operators = []
const json = { 'content-type': 'application/json' }

const { DESKBELL_OWNER_EMAIL: email, DESKBELL_OWNER_PASSWORD: password } = process.env

/** Calls the relay's HTTP interface; gives what it answers and the session it set. */
async function call(url, [method, path], { cookie = '', body } = {}) {
  const response = await fetch(url + path, { method, headers: { ...json, cookie }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}`)
  return { value: await response.json(), cookie: response.headers.get('set-cookie')?.split(';')[0] }
}

/** The bench says who takes which chat, so nobody is given one. */
async function prepare({ url }) {
  const { cookie } = await call(url, ['POST', '/api/session'], { body: { email, password } })
  const { value: settings } = await call(url, ['GET', '/api/settings'], { cookie })
  await call(url, ['PUT', '/api/settings'], { cookie, body: { ...settings, routing: 'by-hand' } })
  return { cookie }
}

/** The owner is the first operator; the others join by invitation. Each gets room for every chat. */
async function signIn(url, { owner, i }) {
  const session = i === 0 ? owner : await join(url, { owner, i })
  const { operator } = (await call(url, ['GET', '/api/session'], { cookie: session })).value
  const body = { capacity: enough, languages: [], skills: [], rank: 0 }
  await call(url, ['PUT', `/api/operators/${operator.id}`], { cookie: owner, body })
  return session
}

async function join(url, { owner, i }) {
  const invitation = (await call(url, ['POST', '/api/invitations'], { cookie: owner, body: {} })).value
  const token = new URL(invitation.url).hash.replace('#join=', '')
  const body = { token, name: `Operator ${i}`, email: `${randomUUID()}@bench.example`, password }
  return (await call(url, ['POST', '/api/join'], { body })).cookie
}

// The wire takes UUIDs only: the harness's ids are put in such clothes and taken out again. What it never sent is not its business.
const harnessIds = new Map()
function uuidFor(id) {
  const hex = createHash('sha256').update(id).digest('hex')
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  harnessIds.set(uuid, id)
  return uuid
}
const isTheirs = (item) => item.kind === 'message' && harnessIds.has(item.id)

const must = (reply) => {
  if (!reply?.ok) throw new Error(reply?.refusal ?? 'no reply')
  return reply.value
}

/** Tells the harness what a peer sees: messages in order, once. */
function watch(conversation, resume, onMessage) {
  return createSequence({
    show(items) {
      for (const { id, text, from } of items.filter(isTheirs)) {
        onMessage({ conversation, id: harnessIds.get(id), text, from })
      }
    },
    resume: (after) => resume(after).catch(() => ({ ok: false, refusal: 'unreachable' })),
  })
}

/**
 * The token of a new visitor. It may arrive in one chunk with the connection, before the harness's client lets anybody listen;
 * then another connection is made, as whoever comes back without a token is a stranger to the relay.
 */
async function welcomed(socket, auth) {
  if (auth.token) return
  const token = await new Promise((done) => {
    socket.on('visitor:welcome', (welcome) => done(welcome.token))
    setTimeout(done, welcomeWithin)
  })
  if (token) auth.token = token
  else {
    socket.terminate()
    throw new Error('the welcome was missed')
  }
}

export default {
  prepare,
  async operator({ url, mini, ctx, i, onMessage }) {
    const threads = new Map()
    let live
    const resume = (conversationId) => (after) =>
      live.request('conversation:resume', { conversationId, after }, patience)
    const heard = ({ conversationId, item }) => threads.get(conversationId)?.receive(item)
    const cookie = await signIn(url, { owner: ctx.cookie, i })
    const options = { nsp: '/operator', auth: { protocol: 1 }, headers: { cookie } }
    const link = await mini.reconnecting(url, options, async (socket) => {
      live = socket
      socket.on('message:sent', heard)
      socket.on('conversation:moved', heard)
      must(await socket.request('duty:set', { isOnDuty: true }, patience))
      for (const thread of threads.values()) await thread.catchUp()
    })
    operators[i] = {
      async accept(conversationId) {
        threads.set(conversationId, watch(conversationId, resume(conversationId), onMessage))
        must(await link.request('conversation:take', { conversationId }, patience))
        await threads.get(conversationId).catchUp()
      },
      async send(conversationId, id, text) {
        const sent = { conversationId, id: uuidFor(id), text }
        threads.get(conversationId).receive(must(await link.request('message:send', sent, patience)))
      },
      close: () => link.close(),
    }
    return operators[i]
  },
  async visitor({ url, mini, i, chaos, onMessage }) {
    const auth = { protocol: 1, locale: 'en' }
    let live
    let thread
    const heard = (item) => thread?.receive(item)
    const link = await mini.reconnecting(url, { nsp: '/visitor', auth }, async (socket) => {
      live = socket
      if (chaos) await welcomed(socket, auth)
      socket.on('message:sent', heard)
      socket.on('conversation:moved', heard)
      await thread?.catchUp()
    })
    const ask = { id: randomUUID(), text: 'Hello', before: { searches: [], entries: [] } }
    const { id: conversation } = must(await link.request('conversation:ask', ask, patience))
    thread = watch(conversation, (after) => live.request('conversation:resume', { after }, patience), onMessage)
    await thread.catchUp()
    const operator = i % operators.length
    await operators[operator].accept(conversation)
    return {
      conversation,
      operator,
      resume: (after) => link.request('conversation:resume', { after }, patience),
      async send(id, text) {
        thread.receive(must(await link.request('message:send', { id: uuidFor(id), text }, patience)))
      },
      close: () => link.close(),
    }
  },
  /** A visitor whose panel is open and who has not asked anything. */
  idle: ({ url, mini }) => mini.connect(url, { nsp: '/visitor', auth: { protocol: 1, locale: 'en' } }),
  async transcript({ visitor }) {
    const stored = []
    for (let after = 0, hasMore = true; hasMore; ) {
      const page = must(await visitor.resume(after))
      stored.push(...page.items)
      after = page.items.at(-1)?.seq ?? after
      hasMore = page.hasMore && page.items.length > 0
    }
    return stored.filter(isTheirs).map(({ id, from, text, seq }) => ({ id: harnessIds.get(id), from, text, seq }))
  },
}
