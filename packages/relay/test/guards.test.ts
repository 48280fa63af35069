import { io } from 'socket.io-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Line } from '../src/desk/line.ts'
import { closeDesk } from './kit/desk.ts'
import { draft, visit } from './kit/people.ts'
import { openRelay, type TestRelay } from './kit/relay.ts'

// The attacks on the built relay are in packages/e2e/attacks.

let relay: TestRelay
beforeEach(async () => {
  relay = await openRelay()
})
afterEach(closeDesk)

it('an empty message is refused by name', async () => {
  const mara = await visit(relay)
  expect(await mara.request('message:send', draft(' \u200b '))).toMatchObject({ refusal: 'message-empty' })
})

it('an event is refused beyond the burst, saying when to come back', async () => {
  const mara = await visit(relay)
  const replies = await Promise.all(Array.from({ length: 40 }, () => mara.request('typing:start', {})))
  const limited = replies.filter((reply) => !reply.ok && reply.refusal === 'rate-limited')
  expect(limited.length).toBeGreaterThan(10)
  expect(limited[0]).toMatchObject({ retryAfterMs: expect.any(Number) })
})

it('a connection that fails in the relay ends alone', async () => {
  const petr = await visit(relay)
  const failing = vi.spyOn(Line.prototype, 'people').mockImplementation(() => {
    throw new Error('database disk image is malformed')
  })
  const socket = io(`${relay.url}/visitor`, {
    auth: { protocol: 1, locale: 'en' },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  await new Promise((resolve) => socket.once('disconnect', resolve))
  failing.mockRestore()
  socket.close()
  expect(await petr.request('typing:start', {})).toMatchObject({ ok: true })
  expect((await visit(relay)).token).not.toBe('')
})
