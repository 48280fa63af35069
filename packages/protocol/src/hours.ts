import * as v from 'valibot'
import type { Refusal } from './refusals.ts'

/** Of one day, in wall-clock time: `09:00` until `17:30`; a day ends at `24:00`. */
export interface OpenSpan {
  from: string
  to: string
}

/** Both days included, `YYYY-MM-DD`. */
export interface ClosedDays {
  from: string
  to: string
}

/** When somebody is usually there. Without any span nothing is known of it. */
export interface OpeningHours {
  /** IANA, such as `Europe/Oslo`. */
  timeZone: string
  /** Monday first, seven; each in order and apart from the next. */
  week: readonly (readonly OpenSpan[])[]
  closed: readonly ClosedDays[]
}

/** What `GET` and `PUT /api/hours` (owner) answer; `opensAt`: what visitors are told now, were nobody there, in ms since 1970. */
export interface HoursReply {
  hours: OpeningHours
  opensAt?: number
}

export const hoursLimits = { spansADay: 6, closed: 60 } as const

const malformed: Refusal = 'malformed'
const time = v.pipe(v.string(malformed), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, malformed))
const date = v.pipe(
  v.string(malformed),
  v.regex(/^\d{4}-\d\d-\d\d$/, malformed),
  v.check((day) => !Number.isNaN(Date.parse(day)), malformed),
)

/** Each span has a length, and begins when the one before has ended. */
export function isInOrder(day: readonly OpenSpan[]): boolean {
  return day.every(({ from, to }, place) => from < to && (day[place - 1]?.to ?? '') <= from)
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    // No such zone.
    return false
  }
}

const day = v.pipe(
  v.array(v.strictObject({ from: time, to: time }, malformed), malformed),
  v.maxLength(hoursLimits.spansADay, malformed),
  v.check((spans) => isInOrder(spans), malformed),
)

export const hoursGuard = v.strictObject(
  {
    timeZone: v.pipe(v.string(malformed), v.maxLength(60, malformed), v.check(isTimeZone, malformed)),
    week: v.pipe(v.array(day, malformed), v.length(7, malformed)),
    closed: v.pipe(
      v.array(
        v.pipe(
          v.strictObject({ from: date, to: date }, malformed),
          v.check(({ from, to }) => from <= to, malformed),
        ),
        malformed,
      ),
      v.maxLength(hoursLimits.closed, malformed),
    ),
  },
  malformed,
) satisfies v.GenericSchema<unknown, OpeningHours>
