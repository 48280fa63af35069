import * as v from 'valibot'
import { hoursLimits, isInOrder, type OpeningHours } from './hours.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'
const time = v.pipe(v.string(malformed), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, malformed))
const date = v.pipe(
  v.string(malformed),
  v.regex(/^\d{4}-\d\d-\d\d$/, malformed),
  v.check((day) => !Number.isNaN(Date.parse(day)), malformed),
)

/** First and last day. */
export const daysGuard = { from: date, to: date }

/** The first day is not after the last. */
export function isForward({ from, to }: { from: string; to: string }): boolean {
  return from <= to
}

/** What there is of a day, in order. */
export const spansGuard = v.pipe(
  v.array(v.strictObject({ from: time, to: time }, malformed), malformed),
  v.maxLength(hoursLimits.spansADay, malformed),
  v.check((spans) => isInOrder(spans), malformed),
)

/** Monday first. */
export const weekGuard = v.pipe(v.array(spansGuard, malformed), v.length(7, malformed))

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    // No such zone.
    return false
  }
}

export const hoursGuard = v.strictObject(
  {
    timeZone: v.pipe(v.string(malformed), v.maxLength(60, malformed), v.check(isTimeZone, malformed)),
    week: weekGuard,
    closed: v.pipe(
      v.array(v.pipe(v.strictObject(daysGuard, malformed), v.check(isForward, malformed)), malformed),
      v.maxLength(hoursLimits.closed, malformed),
    ),
  },
  malformed,
) satisfies v.GenericSchema<unknown, OpeningHours>
