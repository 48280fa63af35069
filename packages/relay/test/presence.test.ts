import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Bucket } from '../src/limits/bucket.ts'
import { Presence } from '../src/sockets/presence.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('gives somebody who is lost a grace, and acts after it', () => {
  const presence = new Presence()
  const lost = vi.fn()
  presence.came('anna')
  presence.went('anna', [30_000, lost])
  vi.advanceTimersByTime(29_999)
  expect(lost).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(lost).toHaveBeenCalledOnce()
})

it('forgets the loss of somebody who comes back in time', () => {
  const presence = new Presence()
  const lost = vi.fn()
  presence.came('anna')
  presence.went('anna', [30_000, lost])
  presence.came('anna')
  vi.advanceTimersByTime(60_000)
  expect(lost).not.toHaveBeenCalled()
  expect(presence.isPresent('anna')).toBe(true)
})

it('sees somebody present while any of their tabs is', () => {
  const presence = new Presence()
  const lost = vi.fn()
  presence.came('anna')
  presence.came('anna')
  presence.went('anna', [30_000, lost])
  vi.advanceTimersByTime(60_000)
  expect(lost).not.toHaveBeenCalled()
})

it('lets a burst through, then as many a second as allowed', () => {
  const bucket = new Bucket(2, 1, 0)
  expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 1_000])
  expect(bucket.take(1_000)).toBe(0)
  expect(bucket.take(1_500)).toBe(500)
})
