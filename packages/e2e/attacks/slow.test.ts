import { expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { dial } from './kit/raw.ts'

const relay = useAttackedRelay()

/** Sends the beginning and then a byte now and then; gives after how long (ms) the relay cut it, and what it said. */
async function drip(beginning: string, every: number): Promise<{ after: number; said: string }> {
  const socket = await dial(relay().url)
  const begun = performance.now()
  let said = ''
  socket.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1')
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(beginning)
  const dripping = setInterval(() => socket.write('x'), every)
  await closed
  clearInterval(dripping)
  return { after: performance.now() - begun, said }
}

const json = 'Content-Type: application/json\r\nContent-Length: 20000\r\n\r\n'
const polling = 'EIO=4&transport=polling'

it.concurrent('R16 headers and bodies that drip are cut within their limits, and nobody waits for them', async () => {
  const { url } = relay()
  const { sid } = JSON.parse((await (await fetch(`${url}/socket.io/?${polling}`)).text()).slice(1))
  const slow = Promise.all([
    ...Array.from({ length: 20 }, () => drip('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', 500)),
    drip('GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nX-Slow: ', 500),
    drip('', 500),
  ])
  const slower = Promise.all([
    drip(`POST /api/session HTTP/1.1\r\nHost: x\r\n${json}`, 500),
    drip(`POST /api/files?name=x HTTP/1.1\r\nHost: x\r\n${json}`, 500),
    drip(`POST /api/feedback HTTP/1.1\r\nHost: x\r\n${json}{`, 500),
    drip(`POST /socket.io/?${polling}&sid=${sid} HTTP/1.1\r\nHost: x\r\n${json}`, 500),
  ])
  const before = performance.now()
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(performance.now() - before).toBeLessThan(1_000)
  // 10 s and 30 s, looked at every 2 s; a busy machine adds a little.
  for (const { after, said } of await slow) {
    expect(after).toBeLessThan(15_000)
    expect(said).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
  }
  for (const { after } of await slower) expect(after).toBeLessThan(35_000)
})

it.concurrent('R16 a connection that never says who it is ends after five seconds', async () => {
  const socket = await dial(relay().url)
  const begun = performance.now()
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13'
  const upgrade = `Connection: Upgrade\r\nUpgrade: websocket\r\n${key}`
  socket.write(`GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n\r\n`)
  socket.resume()
  await new Promise((resolve) => socket.once('close', resolve))
  expect(performance.now() - begun).toBeLessThan(9_000)
})
