import * as v from 'valibot'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

/** Days back from now; they come as text, from an address. */
export const daysBack = (most: number) =>
  v.pipe(
    v.string(malformed),
    v.regex(/^\d{1,3}$/, malformed),
    v.transform(Number),
    v.minValue(1, malformed),
    v.maxValue(most, malformed),
  )

export const waitsGuard = v.strictObject(
  {
    days: daysBack(limits.waitDays),
    zone: v.pipe(v.string(malformed), v.maxLength(limits.nameLength, malformed), v.check(isZone, malformed)),
  },
  malformed,
)

function isZone(given: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone !== ''
  } catch {
    // Not a time zone that this machine knows.
    return false
  }
}
