import { describe, expect, it } from 'vitest'
import { mara } from '../kit/relay.ts'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { asking, historyOf, knock, refusalAt, visit } from './kit/people.ts'
import { dial } from './kit/raw.ts'
import { workOf } from './kit/work.ts'

const relay = useAttackedRelay({ REAL_PASSWORDS: '1' })
// Nobody's connection is still ending here when sockets are counted.
const countedRelay = useAttackedRelay()
const generousRelay = useAttackedRelay({ DESKBELL_RATE_BURST: '10000', DESKBELL_RATE_PER_SECOND: '10000' })

describe('R13 2,000 messages at once', () => {
  it('are taken up to 60, the rest refused until the socket ends, and others are served meanwhile', async () => {
    const cookie = await signIn(relay().url)
    const desk = await onDuty(relay().url, cookie)
    const petr = await asking(relay().url, 'Hello')
    const eve = await asking(relay().url, 'Eve')
    const replies: { ok: boolean; refusal?: string; value?: { id: string } }[] = []
    const ended = new Promise((resolve) => eve.socket.once('disconnect', resolve))
    for (let sent = 0; sent < 2_000; sent += 1) {
      eve.socket.emit('message:send', draft(`flood ${sent}`), (reply: { ok: boolean }) => replies.push(reply))
    }
    const before = workOf(relay())
    yes(await petr.socket.emitWithAck('message:send', draft('Is anybody there?')))
    yes(await desk.emitWithAck('conversation:take', { conversationId: petr.id }))
    yes(await desk.emitWithAck('message:send', { conversationId: petr.id, ...draft('Yes') }))
    expect(workOf(relay()) - before).toBeLessThan(1_500)
    await ended
    const refused = replies.filter(({ ok }) => !ok)
    expect(replies.length - refused.length).toBeLessThanOrEqual(60)
    expect(refused.length).toBeGreaterThan(150)
    for (const reply of refused) {
      expect(reply).toEqual({ ok: false, refusal: 'rate-limited', retryAfterMs: expect.any(Number) })
    }
    // More may be kept than were acknowledged before the socket ended, and none fewer.
    const kept = new Set((await historyOf(await visit(relay().url, eve.token))).map(({ id }) => id))
    for (const { ok, value } of replies) if (ok) expect(kept).toContain(value?.id)
    expect(kept.size).toBeLessThanOrEqual(61)
  })
})

describe('R14 three times as many sockets as an address may have', () => {
  const cap = 60

  it('are not let in, whatever they say where they come from, and the chats that run go on', async () => {
    const { url } = countedRelay()
    const desk = await onDuty(url, await signIn(url))
    const petr = await asking(url, 'Hello')
    const open = 2
    const tried = await Promise.all(
      Array.from({ length: 3 * cap }, (_, index) => {
        const headers = {
          'x-forwarded-for': `10.0.${index}.1`,
          'x-real-ip': `10.1.${index}.1`,
          forwarded: `for=10.2.${index}.1`,
        }
        return knocked(url, headers, index % 3 === 0 ? 'polling' : 'websocket')
      }),
    )
    expect(tried.filter(Boolean)).toHaveLength(cap - open)
    expect(await refusalAt(url, '/visitor', { auth: { protocol: 1, locale: 'en' } })).toBeDefined()
    yes(await petr.socket.emitWithAck('message:send', draft('Still there?')))
    yes(await desk.emitWithAck('conversation:take', { conversationId: petr.id }))
    yes(await desk.emitWithAck('message:send', { conversationId: petr.id, ...draft('Yes') }))
  })

  it('free their places when they go', async () => {
    const look = () => refusalAt(countedRelay().url, '/visitor', { auth: { protocol: 1, locale: 'en' } })
    // A socket that went while it was let in is missed at the next beat.
    await expect.poll(look, { timeout: 50_000 }).toBeUndefined()
  })
})

async function knocked(url: string, headers: Record<string, string>, transport: 'websocket' | 'polling') {
  const socket = knock(url, '/visitor', { auth: { protocol: 1, locale: 'en' }, headers, transports: [transport] })
  return new Promise<boolean>((resolve) => {
    socket.once('visitor:welcome', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })
}

describe('R21 twenty wrong sign-ins', () => {
  it('are stopped, whatever they say where they come from', async () => {
    const statuses: number[] = []
    for (let tries = 0; tries < 20; tries += 1) {
      const given = { email: tries % 2 ? mara.email : mara.email.toUpperCase(), password: `guess number ${tries}` }
      const headers = { 'x-forwarded-for': `10.0.0.${tries}` }
      statuses.push((await send(`${relay().url}/api/session`, 'POST', given, headers)).status)
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10)
    const right = await send(`${relay().url}/api/session`, 'POST', { email: mara.email, password: mara.password })
    expect([right.status, right.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)])
  })
})

/** When this address began its first conversation with that relay. */
let firstBegun = Number.NaN

describe('R13 a socket that takes nothing of what it asks for', () => {
  it('is ended, and what it did not take is let go', async () => {
    const { url } = generousRelay()
    await onDuty(url, await signIn(url))
    const { socket, token } = await visit(url)
    firstBegun = performance.now()
    yes(await socket.emitWithAck('conversation:ask', question('x')))
    for (let sent = 0; sent < 70; sent += 1) yes(await socket.emitWithAck('message:send', draft('x'.repeat(3_900))))

    const wire = await openWire(url, token)
    const ended = new Promise((resolve) => wire.once('close', resolve))
    wire.pause()
    // Slowly: what the system no longer takes must be counted where Engine.IO keeps it, too.
    for (let asked = 0; asked < 60; asked += 1) {
      wire.write(frame(`42/visitor,${asked}["conversation:resume",{"after":0}]`))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    // Only the visitor's other connection is left.
    await expect.poll(() => visitorsOf(url)).toBe(1)
    let taken = 0
    wire.on('data', (chunk) => {
      taken += chunk.length
    })
    wire.resume()
    await ended
    // Sixty pages are 16 MB; the system's own buffers hold a few.
    expect(taken).toBeLessThan(12_000_000)
  })
})

describe('R13 beside messages', () => {
  it('questions for later are taken from an address five times an hour', async () => {
    const { url } = generousRelay()
    const answers = []
    for (let asked = 0; asked < 7; asked += 1) {
      const { socket } = await visit(url)
      answers.push(await socket.emitWithAck('question:leave', question('Hello')))
    }
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false, false])
    expect(answers.at(-1)).toEqual({ ok: false, refusal: 'rate-limited', retryAfterMs: expect.any(Number) })
  })

  it('conversations are begun by an address as often as it may have sockets, then once a minute', async () => {
    const { url } = generousRelay()
    await onDuty(url, await signIn(url))
    const answers = []
    for (let asked = 0; asked < 62; asked += 1) {
      const { socket } = await visit(url)
      answers.push(await socket.emitWithAck('conversation:ask', question('Hello')))
      socket.close()
    }
    // One has begun before, and a loaded machine may take minutes.
    const taken = answers.filter(({ ok }) => ok).length
    const minutes = Math.floor((performance.now() - firstBegun) / 60_000)
    expect(taken).toBeGreaterThanOrEqual(59)
    expect(taken).toBeLessThanOrEqual(59 + minutes)
    expect(answers.at(-1)).toEqual({ ok: false, refusal: 'rate-limited', retryAfterMs: expect.any(Number) })
  })

  it('feedback and searches are answered up to a limit each', async () => {
    const { url } = generousRelay()
    const opinion = { kind: 'nothing-found', query: 'flood', locale: 'en' }
    const feedback = Array.from({ length: 40 }, () => send(`${url}/api/feedback`, 'POST', opinion))
    expect(countOf(await Promise.all(feedback), 429)).toBeGreaterThanOrEqual(15)
    const searches = Array.from({ length: 150 }, () => fetch(`${url}/api/search?locale=en&q=flood`))
    const found = await Promise.all(searches)
    expect(countOf(found, 200)).toBeGreaterThanOrEqual(60)
    expect(countOf(found, 429)).toBeGreaterThanOrEqual(50)
  })

  it('reports of waits too', async () => {
    const { url } = generousRelay()
    const cookie = await signIn(url)
    const reports = Array.from({ length: 40 }, (_, at) =>
      fetch(`${url}/api/waits${at % 2 ? '.csv' : ''}?days=90&zone=UTC`, { headers: { cookie } }),
    )
    const answers = await Promise.all(reports)
    expect(countOf(answers, 200)).toBeGreaterThanOrEqual(10)
    expect(countOf(answers, 429)).toBeGreaterThanOrEqual(10)
  })
})

function countOf(responses: readonly Response[], status: number): number {
  return responses.filter((response) => response.status === status).length
}

/** How many connections of visitors there are. */
async function visitorsOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^deskbell_connections\{role="visitor"\} (\d+)$/m.exec(metrics)?.[1])
}

/** A visitor's WebSocket by its bytes, once it is let in. */
async function openWire(url: string, token: string) {
  const wire = await dial(url)
  const key = 'dGhlIHNhbXBsZSBub25jZQ=='
  wire.write(
    `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  )
  let heard = ''
  const until = async (words: string) => {
    while (!heard.includes(words)) heard += await new Promise<Buffer>((resolve) => wire.once('data', resolve))
  }
  // No frame before the answer (RFC 6455, section 4.1).
  await until('101 Switching Protocols')
  wire.write(frame(`40/visitor,${JSON.stringify({ protocol: 1, locale: 'en', token })}`))
  await until('visitor:welcome')
  return wire
}

/** A text frame from a client (RFC 6455): masked, here with zeros. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text)
  const length = bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 0xff]
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), bytes])
}
