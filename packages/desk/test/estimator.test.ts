import { describe, expect, it } from 'vitest'
import type { LineEvent } from '../src/index.ts'
import { anyone, comes, estimatorOf, joins, likely, range, taken } from './estimators.ts'

const minute = 60
const hour = 3_600_000
const varied = [2, 3, 4, 5, 7, 9].map((minutes) => minutes * minute)

/** So many conversations that took these seconds, over and over, each with its own operator. */
function worked(count: number, ...seconds: number[]): LineEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const [conversationId, operatorId] = [`before ${index}`, `helper ${index}`]
    const at = -(count - index) * 1_000_000
    const ended = at + (seconds[index % seconds.length] ?? 0) * 1000
    return [
      ...taken(conversationId, operatorId, at),
      { kind: 'ended' as const, at: ended, conversationId, outcome: 'done' as const },
    ]
  }).flat()
}

/** Operators who each have a conversation since 0, and a line that joined at 0. */
function busy(operators: number, line: number): LineEvent[] {
  const names = Array.from({ length: operators }, (_, index) => `operator ${index}`)
  return [
    ...names.map((name) => comes(name)),
    ...names.flatMap((name) => taken(`with ${name}`, name)),
    ...Array.from({ length: line }, (_, index) => joins(`visitor ${index}`)),
  ]
}

describe('the estimated wait', () => {
  it('cannot be said when nobody is on duty', () => {
    const waits = estimatorOf([joins('Mara')])
    const unknown = { wait: 'unknown', reason: 'nobody-on-duty' }
    expect(waits.statuses(0).get('Mara')).toEqual({ position: 1, ...unknown })
    expect(waits.next(anyone, 0)).toEqual({ position: 2, ...unknown })
  })

  it('is forecast once for all who are told it within a tenth of a second, until something happens', () => {
    const waits = estimatorOf(busy(2, 3))
    const told = waits.statuses(1_000)
    expect(waits.statuses(1_099)).toBe(told)
    expect(waits.statuses(1_100)).not.toBe(told)
    waits.see(joins('Mara', 1_101))
    expect([...waits.statuses(1_101).keys()].at(-1)).toBe('Mara')
  })

  it('is a moment when an operator is free, who takes by hand', () => {
    const [low, middle, high] = range(estimatorOf([comes('Anna')], true).next(anyone, 0))
    expect(low).toBeLessThan(10)
    expect(middle).toBeGreaterThan(4)
    expect(high).toBeLessThan(2 * minute)
  })

  it('follows how long free operators leave the line alone', () => {
    const slow = Array.from({ length: 40 }, (_, index) => {
      const at = index * 600_000
      const [conversationId, operatorId] = [`visitor ${index}`, 'Anna']
      return [
        joins(conversationId, at),
        { kind: 'assigned' as const, at: at + 120_000, conversationId, operatorId },
        { kind: 'ended' as const, at: at + 180_000, conversationId, outcome: 'done' as const },
      ]
    }).flat()
    expect(likely(estimatorOf([comes('Anna'), ...slow], true).next(anyone, 7 * hour))).toBeGreaterThan(minute)
  })

  it('is about 7 minutes for one operator on the first day, and wide', () => {
    const [low, middle, high] = range(estimatorOf(busy(1, 0)).next(anyone, 0))
    expect(middle).toBeGreaterThan(3 * minute)
    expect(middle).toBeLessThan(9 * minute)
    expect(low).toBeLessThan(2 * minute)
    expect(high).toBeGreaterThan(12 * minute)
  })

  it('narrows with what was seen', () => {
    const spread = (events: LineEvent[]) => {
      const [low, middle, high] = range(estimatorOf([...events, ...busy(3, 8)]).next(anyone, 0))
      return (high - low) / middle
    }
    expect(spread(worked(100, 3 * minute, 7 * minute, 14 * minute))).toBeLessThan(0.7 * spread([]))
  })

  it('halves when twice as many answer', () => {
    const two = likely(estimatorOf([...worked(200, ...varied), ...busy(2, 7)]).next(anyone, 0))
    const four = likely(estimatorOf([...worked(200, ...varied), ...busy(4, 7)]).next(anyone, 0))
    expect(two / four).toBeGreaterThan(1.6)
    expect(two / four).toBeLessThan(2.4)
  })

  it('counts what already runs', () => {
    const waits = estimatorOf([...worked(200, 10 * minute), ...busy(1, 0)])
    expect(likely(waits.next(anyone, 9 * minute * 1000))).toBeLessThan(likely(waits.next(anyone, 0)) / 2)
  })

  it('is shorter behind people who do not stay', () => {
    const leavers = Array.from({ length: 60 }, (_, index) => {
      const at = -hour + index * 1000
      const left = {
        kind: 'left' as const,
        at: at + 60_000,
        conversationId: `leaver ${index}`,
        outcome: 'gave-up' as const,
      }
      return [joins(`leaver ${index}`, at), left]
    }).flat()
    const stayers = leavers.map((event) => (event.kind === 'left' ? { ...event, outcome: 'closed' as const } : event))
    const last = (events: LineEvent[]) =>
      likely(
        estimatorOf([...worked(60, 5 * minute), ...events.sort((a, b) => a.at - b.at), ...busy(1, 12)]).next(anyone, 0),
      )
    expect(last(leavers)).toBeLessThan(0.7 * last(stayers))
  })

  it('knows when a shift ends', () => {
    const ends = comes('operator 1', { until: 4 * minute * 1000 })
    const stays = likely(estimatorOf([...worked(200, 5 * minute), ...busy(2, 10)]).next(anyone, 0))
    const leaves = likely(estimatorOf([...worked(200, 5 * minute), ...busy(2, 10), ends]).next(anyone, 0))
    expect(leaves).toBeGreaterThan(1.4 * stays)
  })

  it('knows by the roster when a shift ends, as long as its operator says nothing else', () => {
    const shift = { operatorId: 'operator 1', from: -4 * hour, to: 4 * minute * 1000, capacity: 1, skills: [] }
    const roster: LineEvent = { kind: 'roster', at: 0, shifts: [shift] }
    const told = (...last: LineEvent[]) =>
      likely(estimatorOf([...worked(200, 5 * minute), ...busy(2, 10), roster, ...last]).next(anyone, 0))
    expect(told()).toBeGreaterThan(1.4 * told(comes('operator 1', { until: 4 * hour })))
  })

  it('says no number when the team is gone before the turn comes', () => {
    const waits = estimatorOf([
      ...worked(200, 5 * minute),
      ...busy(1, 10),
      comes('operator 0', { until: 5 * minute * 1000 }),
    ])
    expect(waits.next(anyone, 0)).toMatchObject({ wait: 'unknown', reason: 'too-little-known' })
  })

  it('counts on who comes by the roster', () => {
    const shift = { operatorId: 'Boris', from: 3 * minute * 1000, to: 4 * hour, capacity: 2, skills: [] }
    const roster: LineEvent = { kind: 'roster', at: 0, shifts: [shift] }
    const alone = likely(estimatorOf([...worked(200, 5 * minute), ...busy(1, 10)]).next(anyone, 0))
    expect(likely(estimatorOf([roster, ...worked(200, 5 * minute), ...busy(1, 10)]).next(anyone, 0))).toBeLessThan(
      0.6 * alone,
    )
  })

  it('lasts until an operator with more conversations than places has a place again', () => {
    const four = ['Ada', 'Ines', 'Mara', 'Noor'].flatMap((name) => taken(name, 'Anna'))
    const wait = (capacity: number) => {
      const team = [comes('Anna', { capacity: 4 }), ...four, comes('Anna', { capacity })]
      return likely(estimatorOf([...worked(200, ...varied), ...team]).next(anyone, 0))
    }
    expect(wait(1)).toBeGreaterThan(2 * wait(4))
    expect(wait(1)).toBeGreaterThan(
      1.5 * likely(estimatorOf([...worked(200, ...varied), ...busy(1, 0)]).next(anyone, 0)),
    )
  })

  it('is said anew at once when somebody comes', () => {
    const waits = estimatorOf([...worked(200, 5 * minute), ...busy(1, 6)])
    const before = likely(waits.statuses(1000).get('visitor 5'))
    waits.see(comes('Boris', { at: 1100, capacity: 3 }))
    expect(likely(waits.statuses(1200).get('visitor 5'))).toBeLessThan(before / 2)
  })
})

describe('a clock set back', () => {
  const start = 1e12
  const line = (priority: number): LineEvent[] => [
    comes('Anna', { at: start }),
    ...taken('Ines', 'Anna', start),
    joins('Ada', start, { priority }),
    joins('Mara', start),
  ]

  it.each([60, 600, 3600, 4 * 3600])('by %i s leaves the told wait one that may be', (seconds) => {
    const waits = estimatorOf(line(1))
    const before = range(waits.statuses(start + 30_000).get('Mara'))
    const [low, middle, high] = range(waits.statuses(start + 30_000 - seconds * 1000).get('Mara'))
    expect(low).toBeGreaterThanOrEqual(0)
    expect(middle).toBeGreaterThanOrEqual(low)
    expect(high).toBeGreaterThanOrEqual(middle)
    expect(high).toBeLessThan(3 * before[2])
  })

  it('does not make those of a higher priority come without end', () => {
    const waits = estimatorOf(line(0))
    expect(range(waits.statuses(start - 1_200_000).get('Mara'))[1]).toBeGreaterThan(0)
  })
})

describe('the place in line', () => {
  it('is ahead of others with a higher priority, who wait longer for it', () => {
    const events = [...worked(100, ...varied), ...busy(2, 3)]
    const before = likely(estimatorOf(events).statuses(10).get('visitor 2'))
    const statuses = estimatorOf([...events, joins('Mara', 5, { priority: 0 })]).statuses(10)
    expect([...statuses.keys()][0]).toBe('Mara')
    expect(likely(statuses.get('visitor 2'))).toBeGreaterThan(before)
  })
})
