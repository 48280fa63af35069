// Drives the relay over its real wire for the relay-load bench: operators sign in and take, visitors ask, both resume.
// Names are translated, nothing more. The owner's account is the one the relay was started with.
import { createHash, randomUUID } from 'node:crypto'
import { createSequence } from '@deskbell/client/socket'

const enough = 1_000
const patience = 4_000
const operators = []
const json = { 'content-type': 'application/json' }

async function signIn(url) {
  const { DESKBELL_OWNER_EMAIL: email, DESKBELL_OWNER_PASSWORD: password } = process.env
  const body = JSON.stringify({ email, password })
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body })
  return response.headers.get('set-cookie').split(';')[0]
}

/** One owner's session is enough: each of the bench's operators is a tab of it. */
async function prepare({ url }) {
  const cookie = await signIn(url)
  const { operator } = await (await fetch(`${url}/api/session`, { headers: { cookie } })).json()
  const body = JSON.stringify({ capacity: enough, languages: [], skills: [], rank: 0 })
  const change = { method: 'PUT', headers: { ...json, cookie }, body }
  const response = await fetch(`${url}/api/operators/${operator.id}`, change)
  if (!response.ok) throw new Error(`The operator's capacity was answered with ${response.status}`)
  return { cookie }
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

export default {
  prepare,
  async operator({ url, mini, ctx, i, onMessage }) {
    const threads = new Map()
    let live
    const resume = (conversationId) => (after) =>
      live.request('conversation:resume', { conversationId, after }, patience)
    const heard = ({ conversationId, item }) => threads.get(conversationId)?.receive(item)
    const options = { nsp: '/operator', auth: { protocol: 1 }, headers: { cookie: ctx.cookie } }
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
      send: async (conversationId, id, text) =>
        void must(await link.request('message:send', { conversationId, id: uuidFor(id), text }, patience)),
      close: () => link.close(),
    }
    return operators[i]
  },
  async visitor({ url, mini, i, onMessage }) {
    const auth = { protocol: 1, locale: 'en' }
    let live
    let thread
    const heard = (item) => thread?.receive(item)
    const link = await mini.reconnecting(url, { nsp: '/visitor', auth }, async (socket) => {
      live = socket
      socket.on('visitor:welcome', ({ token }) => {
        if (token) auth.token = token
      })
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
      send: async (id, text) => void must(await link.request('message:send', { id: uuidFor(id), text }, patience)),
      close: () => link.close(),
    }
  },
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
