// @vitest-environment happy-dom
import type { VisitorItem } from '@deskbell/protocol'
import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { callAttention } from '../src/models/attention.ts'

const joined: VisitorItem = { kind: 'assigned', seq: 2, at: 1, to: { name: 'Anna' } }
const says: VisitorItem = { kind: 'message', seq: 3, at: 2, id: 'a', from: 'operator', text: 'Hello Mara' }

function shop({ isReading = false, isInFront = false, isQuiet = false } = {}) {
  document.title = 'Shop'
  const arrived = signal<readonly VisitorItem[]>([])
  const unread = signal(0)
  const ring = vi.fn()
  const page = () => ({ title: document.title, url: 'https://shop.example/' })
  const request = vi.fn(async () => ({ ok: true, value: null }) as never)
  const looking = { isLooking: signal(isInFront), isReading: signal(isReading) }
  end = callAttention({ page, request, arrived, unread, ...looking, isQuiet: () => isQuiet, ring })
  return { arrived, unread, ring, request, ...looking }
}

let end: () => void = () => undefined
beforeEach(() => void vi.restoreAllMocks())
afterEach(() => end())

it('counts in the title what came while the visitor looks elsewhere', () => {
  const { unread } = shop()
  unread.value = 2
  expect(document.title).toBe('(2) Shop')
  unread.value = 0
  expect(document.title).toBe('Shop')
})

it('counts as soon as another window is in front, and no longer than that', () => {
  const { unread, isLooking } = shop({ isInFront: true })
  unread.value = 1
  expect(document.title).toBe('Shop')
  isLooking.value = false
  expect(document.title).toBe('(1) Shop')
  isLooking.value = true
  expect(document.title).toBe('Shop')
})

it('leaves a title that the page has changed meanwhile', () => {
  const { unread } = shop()
  unread.value = 1
  document.title = 'Basket'
  unread.value = 0
  expect(document.title).toBe('Basket')
})

it('makes no sound on a page where nobody has acted', () => {
  const { arrived, ring } = shop()
  arrived.value = [joined]
  expect(ring).not.toHaveBeenCalled()
})

it('rings once when Anna joins', () => {
  const { arrived, ring } = shop({ isReading: true, isInFront: true })
  dispatchEvent(new Event('pointerdown'))
  arrived.value = [joined]
  expect(ring).toHaveBeenCalledOnce()
})

it('rings for the first message that is not seen, and for none that is', () => {
  const seen = shop({ isReading: true, isInFront: true })
  dispatchEvent(new Event('keydown'))
  seen.arrived.value = [says]
  expect(seen.ring).not.toHaveBeenCalled()
  end()
  const { arrived, unread, ring } = shop()
  dispatchEvent(new Event('keydown'))
  unread.value = 1
  arrived.value = [says]
  unread.value = 2
  arrived.value = [{ ...says, seq: 4 }]
  expect(ring).toHaveBeenCalledOnce()
})

it('does neither where the visitor wants it quiet', () => {
  const { arrived, unread, ring } = shop({ isQuiet: true })
  dispatchEvent(new Event('pointerdown'))
  unread.value = 1
  arrived.value = [joined, says]
  expect(document.title).toBe('Shop')
  expect(ring).not.toHaveBeenCalled()
})

it('tells no title that it has put a count before', async () => {
  vi.useFakeTimers()
  const { unread, request } = shop()
  unread.value = 1
  await vi.advanceTimersByTimeAsync(10_000)
  expect(request).not.toHaveBeenCalled()
  unread.value = 0
  await vi.advanceTimersByTimeAsync(10_000)
  expect(request).toHaveBeenCalledExactlyOnceWith('page:set', { title: 'Shop', url: 'https://shop.example/' })
  vi.useRealTimers()
})
