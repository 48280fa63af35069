import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineEvent, WaitEstimator } from '../src/index.ts'
import { anyone, estimatorOf, range } from './estimators.ts'
import { type Day, playDay } from './line-day.ts'

describe('whatever happened', () => {
  const day: fc.Arbitrary<Day> = fc.record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    perHour: fc.integer({ min: 20, max: 90 }),
    operators: fc.integer({ min: 1, max: 4 }),
    handling: fc.integer({ min: 60, max: 900 }),
    patience: fc.integer({ min: 200, max: 3000 }),
    hours: fc.constant(3),
  })
  const always = (look: (events: LineEvent[], cut: number) => void) =>
    fc.assert(
      fc.property(day, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (given, share) => {
        const { events } = playDay(given)
        const seen = events.slice(0, Math.ceil(events.length * share))
        look(seen, seen.at(-1)?.at ?? 0)
      }),
      { numRuns: 60 },
    )

  it('a wait is a finite range in order', () => {
    always((events, now) => {
      const waits = estimatorOf(events)
      for (const status of [...waits.statuses(now).values(), waits.next(anyone, now)]) {
        if (status.wait === 'unknown') continue
        const [low, middle, high] = range(status)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(middle)
        expect(middle).toBeLessThanOrEqual(high)
        expect(high).toBeLessThan(Number.POSITIVE_INFINITY)
      }
    })
  })

  it('nobody waits less than somebody further ahead', () => {
    always((events, now) => {
      const ranges = [...estimatorOf(events).statuses(now).values()].filter(({ wait }) => wait === 'known').map(range)
      ranges.slice(1).forEach((behind, index) => {
        behind.forEach((point, which) => {
          expect(point).toBeGreaterThanOrEqual(ranges[index]?.[which] ?? 0)
        })
      })
    })
  })

  it('the same history and seed say the same, also after a restart', () => {
    always((events, now) => {
      expect([...estimatorOf(events).statuses(now)]).toEqual([...estimatorOf(events).statuses(now)])
    })
  })

  it('no number jumps up while nobody comes or goes', () => {
    always((events, now) => {
      const waits = estimatorOf(events)
      const shown = new Map<string, number>()
      for (let at = now; at < now + 60_000; at += 10_000) {
        for (const [id, status] of waits.statuses(at)) {
          if (status.wait === 'unknown') continue
          const before = Math.min(shown.get(id) ?? Number.POSITIVE_INFINITY, status.likelySeconds)
          expect(status.likelySeconds).toBeLessThanOrEqual(Math.max(1.3 * before, before + 60))
          shown.set(id, before)
        }
      }
    })
  })
})

it('four of five waits end within the range, over a day', () => {
  const { events, turns } = playDay({ seed: 3, perHour: 38, operators: 4, handling: 420, patience: 900, hours: 14 })
  const waits = new WaitEstimator({ seed: 1, isByHand: () => false })
  let [inside, all] = [0, 0]
  for (const event of events) {
    waits.see(event)
    if (event.kind !== 'joined') continue
    const status = waits.statuses(event.at).get(event.conversationId)
    const turn = turns.get(event.conversationId) ?? event.at
    if (status?.wait !== 'known' || turn === event.at) continue
    const seconds = (turn - event.at) / 1000
    all += 1
    inside += seconds >= status.lowSeconds && seconds <= status.highSeconds ? 1 : 0
  }
  expect(all).toBeGreaterThan(200)
  expect(inside / all).toBeGreaterThan(0.7)
  expect(inside / all).toBeLessThan(0.9)
})
