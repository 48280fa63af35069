import type { ItemPage } from '@deskbell/protocol'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSequence } from '../src/sequence.ts'

interface Numbered {
  seq: number
}
const numbered = (...seqs: number[]) => seqs.map((seq) => ({ seq }))

/** A relay that has stored the first `count` items and gives them in pages of 3. */
function storedOn(count: number) {
  return vi.fn(async (after: number) => {
    const items = numbered(...[1, 2, 3].map((step) => after + step).filter((seq) => seq <= count))
    const value: ItemPage<Numbered> = { items, hasMore: after + 3 < count }
    return { ok: true as const, value }
  })
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('shows each item once, in order', () => {
  const shown: number[] = []
  const sequence = createSequence<Numbered>({
    show: (items) => shown.push(...items.map((item) => item.seq)),
    resume: storedOn(0),
  })
  for (const item of numbered(1, 3, 2, 2, 1, 4)) sequence.receive(item)
  expect(shown).toEqual([1, 2, 3, 4])
  sequence.close()
})

it('asks again for a gap that stays 300 ms', async () => {
  const shown: number[] = []
  const resume = storedOn(3)
  const sequence = createSequence<Numbered>({ show: (items) => shown.push(...items.map((item) => item.seq)), resume })
  sequence.receive({ seq: 3 })
  await vi.advanceTimersByTimeAsync(299)
  expect(resume).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(shown).toEqual([1, 2, 3])
})

it('asks for a gap in time although others keep arriving', async () => {
  const resume = storedOn(3)
  const sequence = createSequence<Numbered>({ show: () => undefined, resume })
  for (const seq of [3, 4, 5, 6]) {
    sequence.receive({ seq })
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(resume).toHaveBeenCalledOnce()
  expect(sequence.last()).toBe(6)
})

it('reads page after page until nothing is left', async () => {
  const shown: number[] = []
  const resume = storedOn(8)
  const sequence = createSequence<Numbered>({ show: (items) => shown.push(...items.map((item) => item.seq)), resume })
  await sequence.catchUp()
  expect(shown).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(resume).toHaveBeenCalledTimes(3)
})

it('loses nothing when live items are handled before the resume reply', async () => {
  const shown: number[] = []
  const sequence = createSequence<Numbered>({
    show: (items) => shown.push(...items.map((item) => item.seq)),
    resume: storedOn(3),
  })
  const caughtUp = sequence.catchUp()
  sequence.receive({ seq: 4 })
  await caughtUp
  expect(shown).toEqual([1, 2, 3, 4])
})

it('shows the same whatever order and repetition the network makes', () => {
  const network = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 })
  fc.assert(
    fc.property(network, (arrivals) => {
      const shown: number[] = []
      const show = (items: readonly Numbered[]) => shown.push(...items.map((item) => item.seq))
      const sequence = createSequence<Numbered>({ show, resume: storedOn(0) })
      for (const seq of arrivals) sequence.receive({ seq })
      sequence.close()
      expect(shown).toEqual(shown.map((_, index) => index + 1))
      expect(shown.every((seq) => arrivals.includes(seq))).toBe(true)
    }),
  )
})

it('shows nothing any more once it is closed, as what was asked for before', async () => {
  const shown: number[] = []
  const sequence = createSequence<Numbered>({
    show: (items) => shown.push(...items.map((item) => item.seq)),
    resume: storedOn(2),
  })
  const asking = sequence.catchUp()
  sequence.close()
  await asking
  sequence.receive({ seq: 1 })
  expect(shown).toEqual([])
})
