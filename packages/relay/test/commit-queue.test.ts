import { accepted } from '@deskbell/protocol'
import { afterEach, expect, it, vi } from 'vitest'
import { CommitQueue } from '../src/desk/commit-queue.ts'

afterEach(() => vi.restoreAllMocks())

/** A queue on a disk that syncs like that, and what it has put off to later turns. */
function queueOn(synced: () => Promise<void> | undefined) {
  const turns: (() => void)[] = []
  const later = vi.spyOn(globalThis, 'setImmediate')
  later.mockImplementation(((turn: () => void) => turns.push(turn)) as unknown as typeof setImmediate)
  const publish = vi.fn()
  const queue = new CommitQueue({ complete() {}, store: () => true, synced, publish })
  return { queue, publish, nextTurn: () => turns.shift()?.() }
}

it('publishes in the same turn what a quick disk has taken', async () => {
  const { queue, publish, nextTurn } = queueOn(() => undefined)
  const reply = queue.add([], accepted(null))
  expect(publish).not.toHaveBeenCalled()
  nextTurn()
  expect(publish).toHaveBeenCalledTimes(1)
  expect(await reply).toEqual(accepted(null))
})

it('stores what comes during a sync, and publishes it after the next', async () => {
  const syncs: (() => void)[] = []
  const { queue, publish, nextTurn } = queueOn(() => new Promise((done) => syncs.push(done)))
  const first = queue.add([], accepted(1))
  nextTurn()
  const second = queue.add([], accepted(2))
  syncs.shift()?.()
  expect(await first).toEqual(accepted(1))
  await vi.waitFor(() => {
    nextTurn()
    expect(syncs).toHaveLength(1)
  }, 15_000)
  expect(publish).toHaveBeenCalledTimes(1)
  syncs.shift()?.()
  expect(await second).toEqual(accepted(2))
})

it('ends the process when a sync fails, and answers nobody', async () => {
  const { queue, publish, nextTurn } = queueOn(() => Promise.reject(new Error('EIO')))
  const answered = vi.fn()
  void queue.add([], accepted(null)).then(answered)
  nextTurn()
  await expect(queue.flush()).rejects.toThrow('EIO')
  expect(nextTurn).toThrow('EIO')
  expect(publish).not.toHaveBeenCalled()
  expect(answered).not.toHaveBeenCalled()
})
