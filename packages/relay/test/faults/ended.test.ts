import { io } from 'socket.io-client'
import { expect, it } from 'vitest'
import { Program } from './kit/program.ts'
import { noHarm, Traffic } from './kit/traffic.ts'

/** The other side closed without a reason of its own; where it is just gone, the code is 1006 (RFC 6455, section 7.4.1). */
const goodbye = 1005

/** A visitor's connection, and the WebSocket's code with which it ended. */
async function visitorOf({ url }: Program): Promise<{ code(): number | undefined }> {
  let code: number | undefined
  const socket = io(`${url}/visitor`, {
    auth: { protocol: 1, locale: 'en' },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  socket.on('disconnect', (_reason, details) => {
    code = (details as { context?: { code: number } } | undefined)?.context?.code
  })
  await new Promise((welcomed) => socket.once('visitor:welcome', welcomed))
  return { code: () => code }
}

it('ends within 10 s when it is told to while everybody writes, tells everybody, and loses nothing', async () => {
  const program = await Program.make()
  await program.start()
  const traffic = await Traffic.on(program)
  const visitor = await visitorOf(program)
  await traffic.until(() => traffic.count('ok') > 50)
  const { code, took } = await program.end('SIGTERM')
  expect(code).toBe(0)
  expect(took).toBeLessThan(10_000)
  await traffic.until(() => visitor.code() !== undefined)
  expect(visitor.code()).toBe(goodbye)
  expect(program.output).not.toMatch(/"level":(50|60)/)
  await program.start()
  const { messages, ...harm } = await traffic.settle()
  expect(harm).toEqual(noHarm)
  expect(messages).toBeGreaterThan(50)
})
