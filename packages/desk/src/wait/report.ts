import {
  type EstimatedWait,
  type GaveUp,
  promisedEnds,
  type Spread,
  type WaitCount,
  type WaitOutcome,
  type WaitsReport,
  waitSpans,
} from '@deskbell/protocol'
import type { Wait } from './record.ts'
import { type Moment, momentsIn } from './zone.ts'

/** The last `days` calendar days of `zone` (an IANA name), up to and with that of `now` (ms since 1970). */
export interface Period {
  days: number
  zone: string
  now: number
}

/** Counts waits of a period against their first promise. Waits that go on are measured until `now`. */
export function reportWaits(waits: readonly Wait[], period: Period): WaitsReport {
  const { now } = period
  const all = datedIn(waits, period)
  const dated = all.filter(({ wait }) => !isAtOnce(wait))
  const counted = dated.map(({ wait }) => wait)
  const by = <K extends keyof Moment>(key: K) =>
    grouped(dated, (each) => each[key]).map(([value, of]): [Moment[K], WaitCount] => [
      value,
      countOf(
        of.map(({ wait }) => wait),
        now,
      ),
    ])
  return {
    total: countOf(counted, now),
    days: by('day').map(([day, count]) => ({ ...count, day })),
    hours: by('hour').map(([hour, count]) => ({ ...count, hour })),
    weekdays: by('weekday').map(([weekday, count]) => ({ ...count, weekday })),
    outcomes: outcomesOf(counted),
    gaveUp: gaveUpOf(counted),
    atOnce: all.length - dated.length,
  }
}

/** The waits of a period, by when somebody asked. */
export function ofLastDays(waits: readonly Wait[], period: Period): Wait[] {
  return datedIn(waits, period).map(({ wait }) => wait)
}

function datedIn(waits: readonly Wait[], { days, zone, now }: Period): (Moment & { wait: Wait })[] {
  const momentOf = momentsIn(zone)
  const lastDay = dayNumber(momentOf(now).day)
  return waits.map((wait) => ({ wait, ...momentOf(wait.askedAt) })).filter(({ day }) => lastDay - dayNumber(day) < days)
}

/**
 * Whether a promise was kept. Who stopped waiting before the promised time was over, or still waits, proves nothing
 * (undefined), nor does who was served at once; where nobody came at all, or the time is over, it was not.
 */
export function verdictOf(wait: Wait, now: number): 'sooner' | 'kept' | 'later' | 'unpromised' | undefined {
  if (isAtOnce(wait)) return undefined
  if (wait.first.wait === 'unknown') return 'unpromised'
  const { from, to } = promisedEnds(wait.first)
  const waited = waitedSeconds(wait, now)
  if (waited > to || wait.outcome === 'nobody-came') return 'later'
  if (wait.outcome !== 'served') return undefined
  return waited < from ? 'sooner' : 'kept'
}

/** Given to somebody before anything was promised: that is no wait. */
function isAtOnce({ outcome, last }: Wait): boolean {
  return outcome === 'served' && last === undefined
}

/** How long somebody has waited, in seconds. */
export function waitedSeconds({ askedAt, endedAt }: Pick<Wait, 'askedAt' | 'endedAt'>, now: number): number {
  return Math.max(0, (endedAt ?? now) - askedAt) / 1000
}

function countOf(waits: readonly Wait[], now: number): WaitCount {
  const count = { waits: waits.length, sooner: 0, kept: 0, later: 0, unpromised: 0 }
  const promised: number[] = []
  const waited: number[] = []
  for (const wait of waits) {
    const verdict = verdictOf(wait, now)
    if (verdict) count[verdict] += 1
    if (wait.first.wait === 'unknown' || wait.outcome !== 'served') continue
    promised.push(wait.first.likelySeconds)
    waited.push(waitedSeconds(wait, now))
  }
  return promised.length === 0 ? count : { ...count, promised: spreadOf(promised), waited: spreadOf(waited) }
}

/** Mean, and the 95th percentile by nearest rank. Sorts in place; not for none. */
function spreadOf(seconds: number[]): Spread {
  seconds.sort((one, other) => one - other)
  const sum = seconds.reduce((total, each) => total + each, 0)
  return { meanSeconds: sum / seconds.length, p95Seconds: seconds[Math.ceil(seconds.length * 0.95) - 1] ?? 0 }
}

function outcomesOf(waits: readonly Wait[]): Record<WaitOutcome, number> {
  const outcomes = { served: 0, left: 0, question: 0, 'nobody-came': 0 }
  for (const { outcome } of waits) if (outcome) outcomes[outcome] += 1
  return outcomes
}

function gaveUpOf(waits: readonly Wait[]): GaveUp[] {
  const ended = waits.filter(({ outcome }) => outcome !== undefined)
  const rows = grouped(ended, ({ last, first }) => toldSpan(last ?? first))
  return rows.map(([told, of]) => {
    const gone = of.filter(({ outcome }) => outcome === 'left' || outcome === 'question')
    const after = new Array<number>(waitSpans.length + 1).fill(0)
    for (const wait of gone) {
      const span = spanOf(waitedSeconds(wait, 0))
      after[span] = (after[span] ?? 0) + 1
    }
    return { ...(told !== unknown && { told }), waits: of.length, after }
  })
}

/** Sorts behind every span. */
const unknown = Number.MAX_SAFE_INTEGER

function toldSpan(told: EstimatedWait): number {
  return told.wait === 'known' ? spanOf(told.likelySeconds) : unknown
}

function spanOf(seconds: number): number {
  const index = waitSpans.findIndex((end) => seconds <= end)
  return index < 0 ? waitSpans.length : index
}

/** By their keys, in the order of those. */
function grouped<T, K extends string | number>(all: readonly T[], keyOf: (each: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
}

/** Days since 1970, so that days can be counted back over months. */
function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000
}
