import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Socket as Engine } from '../src/lean/stand-ins.ts'

/** Answers every poll with the next of `polls`, and keeps what is posted. Without an answer left, it lets the poll wait. */
let server: Server
let polls: string[]
let posted: string[]

beforeEach(async () => {
  vi.stubGlobal('addEventListener', vi.fn())
  vi.stubGlobal('removeEventListener', vi.fn())
  posted = []
  server = createServer((request, response) => {
    if (request.method === 'POST') {
      request.setEncoding('utf8').on('data', (text: string) => posted.push(text))
      request.on('end', () => response.end('ok'))
    } else {
      const answer = polls.shift()
      if (answer !== undefined) response.end(answer)
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllGlobals()
})

function connect(transports: ('websocket' | 'polling')[]) {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const engine = new Engine(url, { path: '/socket.io', transports })
  const heard: string[] = []
  for (const event of ['open', 'data', 'ping', 'error', 'close']) {
    engine.on(event, (value?: unknown) => heard.push(typeof value === 'string' ? `${event} ${value}` : event))
  }
  return { engine, heard }
}

const welcome = (maxPayload = 1000) =>
  `0${JSON.stringify({ sid: 'anna', upgrades: ['websocket'], pingInterval: 20_000, pingTimeout: 20_000, maxPayload })}`

it('goes on with requests where no socket opens', async () => {
  vi.stubGlobal(
    'WebSocket',
    class {
      constructor() {
        throw new Error('forbidden here')
      }
    },
  )
  polls = [welcome(), '4hello\x1e2', '6']
  const { heard } = connect(['websocket', 'polling'])
  await expect.poll(() => heard).toEqual(['open', 'data hello', 'ping'])
  await expect.poll(() => posted).toEqual(['3'])
})

it('sends in order, in requests that are not too long', async () => {
  polls = [welcome(12)]
  const { engine, heard } = connect(['polling'])
  await expect.poll(() => heard).toEqual(['open'])
  for (const text of ['one', 'two', 'three', 'far too long for it', 'end']) engine.write(text)
  await expect.poll(() => posted).toEqual(['4one', '4two\x1e4three', '4far too long for it', '4end'])
})

it('says goodbye once, after what was sent', async () => {
  polls = [welcome()]
  const { engine, heard } = connect(['polling'])
  await expect.poll(() => heard).toEqual(['open'])
  engine.write('last').close().close()
  expect(heard).toEqual(['open', 'close forced close'])
  await expect.poll(() => posted).toEqual(['4last', '1'])
})

it.each([
  ['an end from the relay', '1', ['close transport close']],
  ['no packet at all', 'gibberish', ['error', 'close transport error']],
])('ends once on %s', async (_case, answer, told) => {
  polls = [welcome(), answer]
  const { heard } = connect(['polling'])
  await expect.poll(() => heard).toEqual(['open', ...told])
})

it('fails where the relay is not there', async () => {
  const { heard } = connect(['polling'])
  server.closeAllConnections()
  server.close()
  await expect.poll(() => heard).toEqual(['error', 'close transport error'])
})
