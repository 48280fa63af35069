import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connectVisitor } from '@deskbell/client/socket'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Config } from '../src/config.ts'
import type { Origins } from '../src/limits/origins.ts'
import { createSocketServer } from '../src/sockets/server.ts'

const crowd = 300

it('many who lose their connection together leave a few at a time, so that others are served in between', async () => {
  const http = createServer()
  const io = createSocketServer(http, {
    config: { socketsPerAddress: crowd } as Config,
    origins: { isAllowed: () => true } as unknown as Origins,
    addressOf: () => '127.0.0.1',
  })
  let turn = 0
  let isOver = false
  const countTurns = () => {
    turn += 1
    if (!isOver) setImmediate(countTurns)
  }
  const leftIn: number[] = []
  io.of('/visitor').on('connection', (socket) => socket.on('disconnect', () => leftIn.push(turn)))
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const { port } = http.address() as AddressInfo
  const connections = Array.from({ length: crowd }, () =>
    connectVisitor(`http://127.0.0.1:${port}/`, () => ({ locale: 'en' })),
  )
  onTestFinished(async () => {
    isOver = true
    for (const connection of connections) connection.close()
    await io.close()
  })
  await vi.waitFor(() => expect(io.of('/visitor').sockets.size).toBe(crowd), { timeout: 15_000 })

  countTurns()
  const wires = Object.values((io.engine as unknown as { clients: Record<string, Wire> }).clients)
  for (const { transport } of wires) transport.socket._socket.destroy()
  await vi.waitFor(() => expect(leftIn).toHaveLength(crowd), { timeout: 15_000 })

  const together = leftIn.map((one) => leftIn.filter((other) => other === one).length)
  expect(Math.max(...together)).toBeLessThan(crowd / 2)
})

interface Wire {
  transport: { socket: { _socket: { destroy(): void } } }
}
