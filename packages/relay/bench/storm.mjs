// How long a message takes while all other visitors lose their connection and come back, each when our client would:
// `storm.mjs --url URL --start "COMMAND" [--come-back N]`, run in the folder of the relay-load harness.
import { fork, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { comingBack } from '@deskbell/client/socket'
import adapter from './adapter.mjs'

const everyMs = 25
const quietMs = 5_000
const atOnce = 200
const settlingMs = 2_000
const longestMs = 120_000
const mini = await import(pathToFileURL(resolve('mini.mjs')))
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    start: { type: 'string' },
    'come-back': { type: 'string', default: '10000' },
    crowd: { type: 'boolean', default: false },
  },
})
const { url } = values
const sockets = Number(values['come-back'])

const percentile = (sorted, share) =>
  Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2))

/** Our client's delay in ms before a try, as socket.io-client reckons it. */
function returnDelay(attempt) {
  const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = comingBack
  const likely = reconnectionDelay * 2 ** attempt
  return Math.min(reconnectionDelayMax, likely + (Math.random() * 2 - 1) * randomizationFactor * likely)
}

/** Delays in ms of what was sent from one moment to another (ms since the start). */
function between(delays, from, to) {
  const sorted = delays
    .filter(({ at }) => at >= from && at < to)
    .map(({ ms }) => ms)
    .sort((one, other) => one - other)
  return {
    messages: sorted.length,
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    max: percentile(sorted, 1),
  }
}

/** The visitors who come back, in a process of their own: their work is not the chat's delay. */
async function crowd() {
  let open = []
  const comeBack = async () => {
    for (let attempt = 0; ; attempt += 1) {
      await after(returnDelay(attempt))
      const socket = await adapter.idle({ url, mini }).catch(() => undefined)
      if (socket) return open.push(socket)
    }
  }
  for (let left = sockets; left > 0; left -= atOnce)
    open.push(...(await Promise.all(Array.from({ length: Math.min(left, atOnce) }, () => adapter.idle({ url, mini })))))
  process.send('gathered')
  process.once('message', async () => {
    const gone = open
    open = []
    for (const socket of gone) socket.terminate()
    await Promise.all(gone.map(comeBack))
    process.send('back')
  })
  await new Promise(() => setInterval(() => {}, longestMs))
}

const heard = (child) => new Promise((done) => child.once('message', done))

async function listening({ hostname, port }) {
  for (;;) {
    const isUp = await new Promise((done) => {
      const probe = connect(Number(port), hostname, () => done(true) || probe.destroy()).on('error', () => done(false))
    })
    if (isUp) return
    await after(50)
  }
}

/** One visitor and one operator write in turn; each message counts from the instant it was due. */
async function chat() {
  const delays = []
  const due = new Map()
  const onMessage = ({ id }) => {
    const at = due.get(id)
    if (at === undefined) return
    due.delete(id)
    delays.push({ at, ms: performance.now() - at })
  }
  const ctx = await adapter.prepare({ url })
  const operator = await adapter.operator({ url, mini, ctx, i: 0, onMessage })
  const visitor = await adapter.visitor({ url, mini, i: 0, onMessage })
  let next = performance.now()
  let turn = 0
  const timer = setInterval(() => {
    for (; next <= performance.now(); next += everyMs, turn += 1) {
      const id = randomUUID()
      due.set(id, next)
      const sent = turn % 2 ? visitor.send(id, 'Hello') : operator.send(visitor.conversation, id, 'Hello')
      sent.catch(() => {})
    }
  }, 5)
  return { delays, missing: () => due.size, end: () => clearInterval(timer) }
}

async function storm(relay) {
  const generator = fork(fileURLToPath(import.meta.url), ['--crowd', '--url', url, '--come-back', String(sockets)])
  try {
    await heard(generator)
    const talk = await chat()
    await after(quietMs)
    const began = performance.now()
    generator.send('drop')
    await heard(generator)
    const ended = performance.now()
    talk.end()
    await after(settlingMs)
    const seconds = (ended - began) / 1000
    const result = {
      sockets,
      seconds: Number(seconds.toFixed(2)),
      connectsPerSecond: Math.round(sockets / seconds),
      chatBefore: between(talk.delays, 0, began),
      chatDuring: between(talk.delays, began, ended),
      lost: talk.missing(),
    }
    console.log(JSON.stringify(result, null, 1))
    return result.lost === 0 ? 0 : 1
  } finally {
    generator.kill()
    relay.kill()
  }
}

if (values.crowd) await crowd()
setTimeout(() => process.exit(3), longestMs).unref()
const relay = spawn('/bin/sh', ['-c', values.start.replace(' node ', ' exec node ')], {
  stdio: ['ignore', 'inherit', 'inherit'],
})
await listening(new URL(url))
process.exit(await storm(relay))
