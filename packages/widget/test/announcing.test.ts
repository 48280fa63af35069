import type { QueueNews } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAnnouncing } from '../src/models/announcing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const at = (position: number, likelySeconds = 360, isFormFirst = false): QueueNews => ({
  ...{ conversationId: 'one', reason: 'time-passed', behind: 0, isFormFirst },
  status: { position, wait: 'known', lowSeconds: 0, likelySeconds, highSeconds: 900 },
})

function listen() {
  const said: number[] = []
  return { said, announcing: createAnnouncing(({ status }) => void said.push(status.position)) }
}

it('says a number that changes', () => {
  const { said, announcing } = listen()
  announcing.offer(at(3))
  announcing.offer(at(2))
  expect(said).toEqual([3, 2])
})

it('says a wait only when its middle moves by 2 minutes', () => {
  const { said, announcing } = listen()
  announcing.offer(at(3, 360))
  announcing.offer(at(3, 300))
  expect(said).toEqual([3])
  announcing.offer(at(3, 240))
  expect(said).toEqual([3, 3])
})

it('says a row of tiny changes once', () => {
  const { said, announcing } = listen()
  for (const seconds of [360, 345, 371, 330, 400, 366, 290, 410, 300]) {
    announcing.offer(at(3, seconds))
    vi.advanceTimersByTime(15_000)
  }
  expect(said).toEqual([3])
})

it('says a wait that moves on in tiny steps whenever it has moved by 2 minutes', () => {
  const { said, announcing } = listen()
  for (let seconds = 600; seconds >= 0; seconds -= 15) {
    announcing.offer(at(3, seconds))
    vi.advanceTimersByTime(15_000)
  }
  expect(said).toHaveLength(6)
})

it('says that a question for later comes first from now on', () => {
  const { said, announcing } = listen()
  announcing.offer(at(3, 900))
  announcing.offer(at(3, 900, true))
  expect(said).toEqual([3, 3])
})

it('speaks twice a minute at most, and then says how things are by then', () => {
  const { said, announcing } = listen()
  for (const position of [9, 8, 7, 6]) announcing.offer(at(position))
  expect(said).toEqual([9, 8])
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual([9, 8, 6])
})

it('says nothing more after it ended', () => {
  const { said, announcing } = listen()
  for (const position of [3, 2, 1]) announcing.offer(at(position))
  announcing.close()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual([3, 2])
})
