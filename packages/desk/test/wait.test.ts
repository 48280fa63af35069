import type { QueueStatus } from '@deskbell/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addHandlingTime,
  estimateNext,
  estimateWaits,
  type HandlingTimes,
  noHandlingTimes,
  restore,
  setDuty,
} from '../src/index.ts'
import { asking, staffed, taking } from './people.ts'

const minute = 60
/** A team that has been seen to take these seconds, over and over. */
const seen = (count: number, ...seconds: number[]): HandlingTimes =>
  Array.from({ length: count }, (_, index) => seconds[index % seconds.length] ?? 0).reduce(
    addHandlingTime,
    noHandlingTimes,
  )

function range(status: QueueStatus | undefined): [number, number, number] {
  if (status?.wait !== 'known') throw new Error('no wait is known')
  return [status.lowSeconds, status.likelySeconds, status.highSeconds]
}

/** So many operators, each with a conversation taken at `takenAt` ms, and so many visitors in line. */
function busy(operators: number, line: number, takenAt = 0) {
  const names = Array.from({ length: operators }, (_, index) => `operator ${index}`)
  const desk = staffed(Object.fromEntries(names.map((name) => [name, 1])))
  const visitors = Array.from({ length: operators + line }, (_, index) => `visitor ${index}`)
  return names.reduce((current, name) => taking(current, name, undefined, takenAt), asking(desk, ...visitors))
}

describe('the estimated wait', () => {
  it('cannot be said when nobody is on duty', () => {
    const desk = setDuty(asking(staffed({ Anna: 1 }), 'Mara'), { operatorId: 'Anna', isOnDuty: false, now: 0 }).desk
    const unknown = { wait: 'unknown', reason: 'nobody-on-duty' }
    expect(estimateWaits(desk, noHandlingTimes, 0).get('Mara')).toEqual({ position: 1, ...unknown })
    expect(estimateNext(desk, noHandlingTimes, 0)).toEqual({ position: 2, ...unknown })
  })

  it('is a moment when an operator is free', () => {
    const status = { position: 1, wait: 'known', lowSeconds: 0, likelySeconds: 15, highSeconds: 60 }
    expect(estimateNext(staffed({ Anna: 1 }), noHandlingTimes, 0)).toEqual(status)
  })

  it('is about 7 minutes for one operator, on the first day', () => {
    const [low, likely, high] = range(estimateNext(busy(1, 0), noHandlingTimes, 0))
    expect(likely).toBeGreaterThan(4 * minute)
    expect(likely).toBeLessThan(8 * minute)
    expect(low).toBeLessThan(minute)
    expect(high).toBeGreaterThan(15 * minute)
  })

  it('narrows with what was seen', () => {
    const spread = (times: HandlingTimes) => {
      const [low, likely, high] = range(estimateNext(busy(3, 8), times, 0))
      return (high - low) / likely
    }
    expect(spread(seen(100, 3 * minute, 7 * minute, 14 * minute))).toBeLessThan(0.7 * spread(noHandlingTimes))
  })

  it('follows what this team takes', () => {
    const [, quick] = range(estimateNext(busy(2, 4), seen(50, 2 * minute), 0))
    const [, slow] = range(estimateNext(busy(2, 4), seen(50, 12 * minute), 0))
    expect(slow).toBeGreaterThan(4 * quick)
  })

  it('halves when twice as many answer', () => {
    const [, two] = range(estimateNext(busy(2, 19), seen(200, 5 * minute), 0))
    const [, four] = range(estimateNext(busy(4, 19), seen(200, 5 * minute), 0))
    expect(two / four).toBeCloseTo(2, 0)
  })

  it('counts what already runs', () => {
    const times = seen(200, 10 * minute)
    const [, fresh] = range(estimateNext(busy(1, 0), times, 0))
    const [, nearlyDone] = range(estimateNext(busy(1, 0), times, 9 * minute * 1000))
    expect(nearlyDone).toBeLessThan(fresh / 2)
  })

  it('is not said of a line that a first day cannot see the end of', () => {
    const unknown = { wait: 'unknown', reason: 'too-little-known' }
    expect(estimateNext(busy(1, 30), noHandlingTimes, 0)).toMatchObject(unknown)
    expect(estimateNext(busy(1, 30), seen(30, 5 * minute), 0)).toMatchObject({ wait: 'known' })
    expect(estimateNext(staffed({ Anna: 0 }), seen(30, 5 * minute), 0)).toMatchObject(unknown)
  })

  it('forgets what is long past, and what is no duration', () => {
    const times = [...Array(200).fill(5 * minute), Number.NaN, -1].reduce(addHandlingTime, seen(50, 1))
    expect(times.seconds).toEqual(Array(200).fill(5 * minute))
  })

  it('is not ruled by one conversation that stayed open over night', () => {
    expect(addHandlingTime(noHandlingTimes, 50_000).seconds).toEqual([7200])
  })
})

describe('whatever was seen', () => {
  const seconds = fc.oneof(
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.constantFrom(0, 1, 420, Number.POSITIVE_INFINITY),
  )
  const takenAt = fc.integer({ min: -10_000_000, max: 10_000_000 })
  const situation = fc.record({
    times: fc.array(seconds, { maxLength: 250 }).map((all) => all.reduce(addHandlingTime, noHandlingTimes)),
    running: fc.array(fc.record({ takenAt, operatorId: fc.constantFrom('Anna', 'Boris', 'Mara') }), { maxLength: 12 }),
    line: fc.integer({ min: 0, max: 40 }),
    capacities: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
  })
  const waits = situation.map(({ times, running, line, capacities: [anna = 0, boris = 0, mara = 0] }) => {
    const some = { visitorId: 'Noor', lastSeq: 1, locale: 'en', askedAt: 0, isVisitorPresent: true }
    const taken = running.map(({ takenAt: assignedAt, operatorId }, index) => {
      return { ...some, id: `running ${index}`, status: 'assigned' as const, assignedAt, operatorId }
    })
    const waiting = Array.from({ length: line }, (_, index) => ({
      ...some,
      id: `waiting ${index}`,
      status: 'waiting' as const,
    }))
    const operators = [...staffed({ Anna: anna, Boris: boris, Mara: mara }).operators.values()]
    const desk = restore([...taken, ...waiting], operators)
    return [...estimateWaits(desk, times, 0).values(), estimateNext(desk, times, 0)]
  })

  it('a wait is a finite range in order', () => {
    fc.assert(
      fc.property(waits, (all) => {
        for (const status of all.filter(({ wait }) => wait === 'known')) {
          const [low, likely, high] = range(status)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(low).toBeLessThanOrEqual(likely)
          expect(likely).toBeLessThanOrEqual(high)
          expect(high).toBeLessThan(Number.POSITIVE_INFINITY)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nobody waits less than somebody further ahead', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const known = all.findIndex(({ wait }) => wait === 'unknown')
        const ranges = all.slice(0, known < 0 ? all.length : known).map(range)
        ranges.slice(1).forEach((behind, index) => {
          behind.forEach((point, which) => {
            expect(point).toBeGreaterThanOrEqual(ranges[index]?.[which] ?? 0)
          })
        })
        if (known >= 0) expect(all.slice(known).every(({ wait }) => wait === 'unknown')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
