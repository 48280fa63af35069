import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer } from '../src/answer.ts'
import { createOutbox, memoryStore } from '../src/outbox.ts'

interface Letter {
  id: string
  text: string
}
const letter = (id: string): Letter => ({ id, text: `text of ${id}` })
const accepted: Answer<number> = { ok: true, value: 1 }
const unreachable: Answer<number> = { ok: false, refusal: 'unreachable' }

function openOutbox(send: (letter: Letter) => Promise<Answer<number>>) {
  const onAccepted = vi.fn()
  const onRefused = vi.fn()
  const outbox = createOutbox<Letter, number>({ store: memoryStore<Letter>(), send, onAccepted, onRefused })
  return { outbox, onAccepted, onRefused }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('sends one after another, in order', async () => {
  const sent: string[] = []
  let inFlight = 0
  const { outbox } = openOutbox(async ({ id }) => {
    inFlight += 1
    expect(inFlight).toBe(1)
    await Promise.resolve()
    inFlight -= 1
    sent.push(id)
    return accepted
  })
  for (const id of ['a', 'b', 'c']) outbox.add(letter(id))
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual(['a', 'b', 'c'])
  expect(outbox.pending()).toEqual([])
})

it('keeps a letter with the same id until it is acknowledged', async () => {
  const send = vi.fn().mockResolvedValueOnce(unreachable).mockResolvedValueOnce(unreachable).mockResolvedValue(accepted)
  const { outbox, onAccepted } = openOutbox(send)
  outbox.add(letter('a'))
  await vi.advanceTimersByTimeAsync(0)
  expect(outbox.pending()).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(send.mock.calls.map(([{ id }]) => id)).toEqual(['a', 'a', 'a'])
  expect(onAccepted).toHaveBeenCalledOnce()
})

it('waits as long as the relay asks for', async () => {
  const limited: Answer<number> = { ok: false, refusal: 'rate-limited', retryAfterMs: 4_000 }
  const send = vi.fn().mockResolvedValueOnce(limited).mockResolvedValue(accepted)
  const { outbox } = openOutbox(send)
  outbox.add(letter('a'))
  await vi.advanceTimersByTimeAsync(3_999)
  expect(send).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(1)
  expect(send).toHaveBeenCalledTimes(2)
})

it('shows a refusal that can never succeed and goes on with the next', async () => {
  const send = vi.fn().mockResolvedValueOnce({ ok: false, refusal: 'message-too-long' }).mockResolvedValue(accepted)
  const { outbox, onAccepted, onRefused } = openOutbox(send)
  outbox.add(letter('a'))
  outbox.add(letter('b'))
  await vi.advanceTimersByTimeAsync(0)
  expect(onRefused).toHaveBeenCalledWith(letter('a'), 'message-too-long')
  expect(onAccepted).toHaveBeenCalledWith(letter('b'), 1)
})

it('tries at once when the connection is back', async () => {
  const send = vi.fn().mockResolvedValueOnce(unreachable).mockResolvedValue(accepted)
  const { outbox } = openOutbox(send)
  outbox.add(letter('a'))
  await vi.advanceTimersByTimeAsync(0)
  outbox.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(outbox.pending()).toEqual([])
})

it('says when it is full instead of dropping a letter', () => {
  const { outbox } = openOutbox(() => new Promise(() => undefined))
  const kept = Array.from({ length: 51 }, (_, index) => outbox.add(letter(String(index))))
  expect(kept.filter(Boolean)).toHaveLength(50)
  expect(kept.at(-1)).toBe(false)
})

it.each([unreachable, accepted])(
  'sends no more once it is closed, whatever comes of what was on its way: %o',
  async (answer) => {
    let reply = (_: Answer<number>) => {}
    const send = vi.fn(() => new Promise<Answer<number>>((resolve) => (reply = resolve)))
    const { outbox } = openOutbox(send)
    outbox.add(letter('a'))
    outbox.add(letter('b'))
    outbox.close()
    reply(answer)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(send).toHaveBeenCalledOnce()
    expect(vi.getTimerCount()).toBe(0)
  },
)
