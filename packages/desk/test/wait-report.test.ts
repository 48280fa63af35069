import type { WaitCount } from '@deskbell/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportWaits, verdictOf, type Wait, waitedSeconds } from '../src/index.ts'

const minute = 60_000
const hour = 60 * minute
/** A Wednesday. */
const now = Date.UTC(2026, 10, 25, 15, 30)
const around = { days: 30, zone: 'Europe/Berlin', now }

/** A wait of so many minutes that ended `ago` ms before now, told 2 to 6 minutes; `change` makes it another. */
function waited(minutes: number, change: Partial<Wait> & { ago?: number } = {}): Wait {
  const { ago = hour, ...other } = change
  const first = { wait: 'known', lowSeconds: 120, likelySeconds: 240, highSeconds: 360 } as const
  const endedAt = now - ago
  const askedAt = endedAt - minutes * minute
  const last = { ...(other.first ?? first), at: askedAt }
  return {
    conversationId: 'Ada',
    askedAt,
    locale: 'en',
    position: 1,
    first,
    last,
    outcome: 'served',
    endedAt,
    ...other,
  }
}

const unknown = { wait: 'unknown', reason: 'too-little-known' } as const

describe('a promise', () => {
  it.each([
    ['sooner', waited(1)],
    ['kept', waited(2)],
    ['kept', waited(6)],
    ['later', waited(6.1)],
    ['unpromised', waited(3, { first: unknown })],
    ['later', waited(9, { outcome: 'left' })],
    ['later', waited(1, { outcome: 'nobody-came' })],
    [undefined, waited(5, { outcome: 'left' })],
    [undefined, waited(1, { outcome: 'question' })],
  ])('is %s', (verdict, wait) => {
    expect(verdictOf(wait, now)).toBe(verdict)
  })

  it('of less than a minute is kept by any wait of less than a minute', () => {
    const first = { wait: 'known', lowSeconds: 10, likelySeconds: 15, highSeconds: 25 } as const
    expect(verdictOf(waited(0.05, { first }), now)).toBe('kept')
    expect(verdictOf(waited(0.9, { first }), now)).toBe('kept')
    expect(verdictOf(waited(1.1, { first }), now)).toBe('later')
  })

  it('is broken for who still waits beyond it, and open for who does not yet', () => {
    const { outcome: _served, endedAt: _endedAt, ...going } = waited(3, { ago: 0 })
    expect(verdictOf(going, now)).toBeUndefined()
    expect(verdictOf(going, now + 4 * minute)).toBe('later')
  })
})

describe('the report', () => {
  it('counts apart who was given to somebody as they came', () => {
    const { last: _told, ...given } = waited(0.005)
    expect(verdictOf(given, now)).toBeUndefined()
    const { total, outcomes, atOnce } = reportWaits([given, waited(3)], around)
    expect([total.waits, total.kept, outcomes.served, atOnce]).toEqual([1, 1, 1, 1])
  })

  it('counts days, hours and weekdays where the owner is', () => {
    const wait = waited(3, { askedAt: Date.UTC(2026, 10, 23, 23, 30), endedAt: Date.UTC(2026, 10, 23, 23, 33) })
    const where = (zone: string) => {
      const { days, hours, weekdays } = reportWaits([wait], { ...around, zone })
      return [days[0]?.day, hours[0]?.hour, weekdays[0]?.weekday]
    }
    expect(where('Europe/Berlin')).toEqual(['2026-11-24', 0, 2])
    expect(where('UTC')).toEqual(['2026-11-23', 23, 1])
    expect(where('Asia/Kolkata')).toEqual(['2026-11-24', 5, 2])
  })

  it('goes back over whole days, today the last', () => {
    const atMidnight = Date.UTC(2026, 10, 18, 23)
    const early = waited(3, { askedAt: atMidnight - 1, endedAt: atMidnight + minute })
    const first = waited(3, { askedAt: atMidnight, endedAt: atMidnight + minute })
    expect(reportWaits([early, first], { ...around, days: 7 }).total.waits).toBe(1)
  })

  it('has mean and 95th percentile of promise and truth, of those who got a person', () => {
    const waits = [...Array.from({ length: 19 }, () => waited(3)), waited(20), waited(30, { outcome: 'left' })]
    const { promised, waited: truth } = reportWaits(waits, around).total
    expect(promised).toEqual({ meanSeconds: 240, p95Seconds: 240 })
    expect(truth).toEqual({ meanSeconds: (19 * 180 + 1200) / 20, p95Seconds: 180 })
  })

  it('says who gave up after reading what', () => {
    const last = { wait: 'known', lowSeconds: 300, likelySeconds: 500, highSeconds: 900, at: now } as const
    const waits = [
      waited(2, { outcome: 'left', last }),
      waited(8, { outcome: 'question', last }),
      waited(8, { last }),
      waited(1, { outcome: 'left', first: unknown }),
    ]
    expect(reportWaits(waits, around).gaveUp).toEqual([
      { told: 3, waits: 3, after: [0, 1, 0, 1, 0, 0] },
      { waits: 1, after: [1, 0, 0, 0, 0, 0] },
    ])
  })
})

const seconds = fc.integer({ min: 0, max: 3000 })
const first = fc.oneof(
  fc.constant(unknown),
  fc.tuple(seconds, seconds, seconds).map((given) => {
    const [lowSeconds = 0, likelySeconds = 0, highSeconds = 0] = given.sort((one, other) => one - other)
    return { wait: 'known' as const, lowSeconds, likelySeconds, highSeconds }
  }),
)
const wait = fc
  .record({
    ago: fc.integer({ min: 0, max: 40 * 24 * hour }),
    length: fc.integer({ min: 0, max: 2 * hour }),
    first,
    outcome: fc.constantFrom('served', 'served', 'left', 'question', 'nobody-came', undefined),
    isTold: fc.boolean(),
  })
  .map(({ ago, length, first: promised, outcome, isTold }): Wait => {
    const askedAt = now - ago
    const told = isTold && { last: { ...promised, at: askedAt } }
    const base = { conversationId: 'Ada', askedAt, locale: 'en', position: 1, first: promised, ...told }
    return outcome ? { ...base, outcome, endedAt: base.askedAt + length } : base
  })
const waits = fc.array(wait, { maxLength: 80 })
const zone = fc.constantFrom('Europe/Berlin', 'UTC', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia')

function holds(name: string, look: (all: Wait[], zone: string) => void) {
  it(name, () => fc.assert(fc.property(waits, zone, look), { numRuns: 200 }))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const parts = ['waits', 'sooner', 'kept', 'later', 'unpromised'] as const

describe('any report', () => {
  holds('counts every wait once by day, hour and weekday', (all, where) => {
    const { total, days, hours, weekdays } = reportWaits(all, { ...around, zone: where })
    for (const rows of [days, hours, weekdays] as (readonly WaitCount[])[]) {
      for (const part of parts) expect(sum(rows.map((row) => row[part]))).toBe(total[part])
    }
  })

  holds('judges no wait twice, and loses none', (all, where) => {
    const { total, outcomes, gaveUp, atOnce } = reportWaits(all, { ...around, zone: where, days: 90 })
    expect(total.waits + atOnce).toBe(all.length)
    expect(total.sooner + total.kept + total.later + total.unpromised).toBeLessThanOrEqual(total.waits)
    const ended = all.filter(({ outcome }) => outcome).length - atOnce
    expect(sum(Object.values(outcomes))).toBe(ended)
    expect(sum(gaveUp.map((row) => row.waits))).toBe(ended)
    expect(sum(gaveUp.flatMap((row) => row.after))).toBe(outcomes.left + outcomes.question)
  })

  holds('is the same whatever order the waits come in', (all, where) => {
    const report = reportWaits(all, { ...around, zone: where, days: 90 })
    const { total, ...rest } = reportWaits(all.toReversed(), { ...around, zone: where, days: 90 })
    expect(rest.outcomes).toEqual(report.outcomes)
    expect(rest.gaveUp).toEqual(report.gaveUp)
    expect(total.waited?.p95Seconds).toBe(report.total.waited?.p95Seconds)
    expect(rest.days.map(({ day, kept }) => [day, kept])).toEqual(report.days.map(({ day, kept }) => [day, kept]))
  })

  holds('has every mean between the shortest and the longest, and few above the 95th percentile', (all) => {
    const { waited: truth } = reportWaits(all, { ...around, days: 90 }).total
    const served = all.filter((each) => each.first.wait === 'known' && each.outcome === 'served' && each.last)
    const lengths = served.map((each) => waitedSeconds(each, now))
    if (!truth) {
      expect(lengths).toEqual([])
      return
    }
    expect(truth.meanSeconds).toBeGreaterThanOrEqual(Math.min(...lengths) - 1e-6)
    expect(truth.meanSeconds).toBeLessThanOrEqual(Math.max(...lengths) + 1e-6)
    expect(lengths).toContain(truth.p95Seconds)
    expect(lengths.filter((length) => length > truth.p95Seconds).length).toBeLessThanOrEqual(lengths.length * 0.05)
  })

  holds('never breaks a promise by making it wider', (all) => {
    const wider = all.map((each): Wait => {
      if (each.first.wait === 'unknown') return each
      const { lowSeconds, highSeconds } = each.first
      return { ...each, first: { ...each.first, lowSeconds: lowSeconds / 2, highSeconds: highSeconds * 2 } }
    })
    const [before, after] = [reportWaits(all, around).total, reportWaits(wider, around).total]
    expect(after.kept).toBeGreaterThanOrEqual(before.kept)
    expect(after.later).toBeLessThanOrEqual(before.later)
  })
})
