// How long a relay with 1,000,000 messages takes until it listens, and until an operator who comes has the list.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { tsImport } from 'tsx/esm/api'
import { startRelay } from './screenshots/relay.mjs'

const { openLogStore } = await tsImport('../packages/relay/src/store/log-store.ts', import.meta.url)
const { io } = createRequire(new URL('../packages/relay/package.json', import.meta.url))('socket.io-client')
const most = 1_000_000
const messagesEach = 50
const conversations = Math.ceil(most / messagesEach)
const day = 86_400_000
const starts = 5
const visits = 40
/** What nineteen of twenty searches may take, in ms. */
const mostOfSearch = 50

/** What visitors write in every fiftieth conversation, in scripts without spaces. */
const dense = '返品できますか。我的茶壶在哪里'

/** One conversation of 50 messages; every hundredth is still an open question, the others ended in the last 300 days. */
function conversation(number) {
  const at = Date.now() - Math.floor((1 - number / conversations) * 300) * day - 3_600_000
  const isOpen = number % 100 === 0
  const items = Array.from({ length: messagesEach }, (_, index) => ({
    kind: 'message',
    seq: index + 1,
    at: at + index * 1_000,
    id: randomUUID(),
    from: index % 2 ? 'operator' : 'visitor',
    ...(index % 2 && { by: 'o1' }),
    text: `Message ${index} of conversation ${number}: is the blue teapot safe in a dishwasher, and do you send it to Malta?${number % 50 === 0 && index === 4 ? dense : ''}`,
  }))
  const text = items.at(-1).text
  return {
    conversation: {
      ...{
        id: randomUUID(),
        visitorId: randomUUID(),
        lastSeq: messagesEach,
        locale: 'en',
        isVisitorPresent: false,
        askedAt: at,
      },
      ...(isOpen ? { status: 'pending', reference: `Q-${number}` } : { status: 'closed', closedAt: at + 60_000 }),
    },
    card: {
      ...(number % 70 === 0 && { labels: ['refund'] }),
      before: { searches: [], entries: [] },
      preview: { from: 'operator', text, at },
      visitorHas: { delivered: messagesEach, read: messagesEach },
      operatorHas: { delivered: messagesEach, read: messagesEach },
    },
    items,
  }
}

function fill(folder) {
  const store = openLogStore(folder)
  for (let done = 0; done < conversations; done += 200) {
    store.commit(Array.from({ length: Math.min(200, conversations - done) }, (_, index) => conversation(done + index)))
  }
  store.close()
}

async function signIn({ url, setUpUrl }) {
  const body = {
    name: 'Anna',
    email: 'anna@holm.example',
    password: 'a bell for every desk',
    siteName: 'Holm',
    locale: 'en',
  }
  const response = await fetch(`${url}/api/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ ...body, token: setUpUrl.split('#set-up=')[1], origins: [] }),
  })
  if (!response.ok) throw new Error(`the desk was not set up: ${response.status}`)
  return response.headers.get('set-cookie').split(';')[0]
}

/** From the start of a connection until its list is there, in ms. */
function comes(url, cookie) {
  const began = performance.now()
  const options = { auth: { protocol: 1 }, transports: ['websocket'], forceNew: true, extraHeaders: { cookie } }
  const socket = io(`${url}/operator`, options)
  return new Promise((resolve, reject) => {
    socket.once('connect_error', reject)
    socket.once('operator:welcome', ({ conversations }) => {
      socket.close()
      resolve({ time: performance.now() - began, conversations: conversations.length })
    })
  })
}

const at = (times, share) =>
  times.toSorted((one, other) => one - other)[Math.floor(share * (times.length - 1))].toFixed(0)

/** Prints both figures. */
export async function measureLargeStore() {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-large-'))
  try {
    fill(folder)
    const times = []
    for (let start = 0; start < starts; start += 1) {
      const began = performance.now()
      const relay = await startRelay(process.cwd(), { DESKBELL_DATA: folder, DESKBELL_DEMO: '0' })
      times.push(performance.now() - began)
      if (start === starts - 1) await measureInbox(relay)
      await relay.stop()
    }
    console.log(`${most} messages, until listening   ${at(times, 0.5)} ms (median of ${starts})`)
    console.log(`load of the machine             ${loadavg()[0].toFixed(1)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureInbox(relay) {
  const cookie = await signIn(relay)
  await measureList(relay, cookie)
  await measureSearch(relay, cookie)
}

/** Until all is read for the search, in s. */
async function reads(ask) {
  const began = performance.now()
  while ((await ask({ q: 'teapot' })).isReading) await after(200)
  return (performance.now() - began) / 1_000
}

/** Words that stand in one conversation, in a few, in every message, and in none, alone and with filters. */
function searches(visit) {
  const words = [`${visit * 311}`, `message 7 of ${visit * 97}`, `teap dish conversation ${visit}`]
  const common = ['dishw', 'dishwasher', 'send malta']
  const rare = ['dishwashers', 'messagebox malta', '返品', '茶壶', 'teapot 返品']
  const from = Date.now() - (visit + 9) * day
  const filters = [{ operator: 'o1' }, { label: 'refund' }, { from }, { from, to: from + day }]
  return [
    ...[...words, ...common, ...rare].map((q) => ({ q })),
    ...filters.map((filter) => ({ q: 'malta', ...filter })),
  ]
}

async function measureSearch({ url }, cookie) {
  const ask = async (query) => {
    const began = performance.now()
    const response = await fetch(`${url}/api/conversations?${new URLSearchParams(query)}`, { headers: { cookie } })
    if (!response.ok) throw new Error(`${JSON.stringify(query)}: ${response.status}`)
    const { found, next, isReading } = await response.json()
    return { time: performance.now() - began, query, isReading, isFound: found.length > 0 || next !== undefined }
  }
  const reading = await reads(ask)
  const answers = []
  for (let visit = 0; visit < visits; visit += 1) for (const query of searches(visit)) answers.push(await ask(query))
  const lost = answers.find(({ isFound }) => !isFound)
  if (lost) throw new Error(`nothing was found for ${JSON.stringify(lost.query)}`)
  const times = answers.map(({ time }) => time)
  const p95 = at(times, 0.95)
  console.log(`${most} messages, search         p50 ${at(times, 0.5)} ms, p95 ${p95} ms (at most ${mostOfSearch})`)
  for (const { time, query } of answers.toSorted((one, other) => other.time - one.time).slice(0, 5))
    console.log(`  ${time.toFixed(0)} ms for ${JSON.stringify(query)}`)
  if (Number(p95) > mostOfSearch) process.exitCode = 1
  console.log(`${most} messages, read for it    ${reading.toFixed(0)} s, once`)
}

async function measureList(relay, cookie) {
  const lists = []
  for (let visit = 0; visit < visits; visit += 1) lists.push(await comes(relay.url, cookie))
  const times = lists.map(({ time }) => time)
  console.log(
    `${most} messages, list of ${lists[0].conversations}    p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms`,
  )
}
