import type { PromisedWait } from './messages.ts'

/** How a wait ended; `nobody-came`: nobody was on duty any more, or an operator ended it without an answer. */
export type WaitOutcome = 'served' | 'left' | 'question' | 'nobody-came'

/** `GET /api/waits?days=30&zone=Europe/Berlin` (owner). Days and hours are those of `zone`; today is the last day. */
export interface WaitsReport {
  total: WaitCount
  /** `YYYY-MM-DD`; those in which somebody asked. Hours are 0 to 23, of weekdays 1 is Monday (ISO 8601). */
  days: readonly (WaitCount & { day: string })[]
  hours: readonly (WaitCount & { hour: number })[]
  weekdays: readonly (WaitCount & { weekday: number })[]
  outcomes: Readonly<Record<WaitOutcome, number>>
  gaveUp: readonly GaveUp[]
  /** Who was given to somebody before any wait was promised; counted nowhere else. */
  atOnce: number
}

export interface WaitCount {
  waits: number
  sooner: number
  kept: number
  later: number
  /** No range was promised ("we can't say yet"). What is left over ended, or goes on, before it could be told. */
  unpromised: number
  /** The middle of what was promised, and what came true, of those who got a person; absent when none did. */
  promised?: Spread
  waited?: Spread
}

export interface Spread {
  meanSeconds: number
  p95Seconds: number
}

/** Upper ends of the spans that promises and waits are sorted into, in seconds; above the last there is one more. */
export const waitSpans = [60, 180, 360, 600, 1200] as const

/** Of all who last read this wait, how many gave up the line (left, or left a question) after how long. */
export interface GaveUp {
  /** The span of the likely wait (`waitSpans`); absent: they read "we can't say yet". `after`: by the span waited. */
  told?: number
  waits: number
  after: readonly number[]
}

const finestSeconds = 60

/** The ends of a promise in seconds, as words say it: they begin at "less than a minute", nothing finer is promised. */
export function promisedEnds({ lowSeconds, highSeconds }: PromisedWait) {
  return { from: lowSeconds < finestSeconds ? 0 : lowSeconds, to: Math.max(finestSeconds, highSeconds) }
}
