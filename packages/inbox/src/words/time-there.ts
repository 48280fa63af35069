import { written } from './dates.ts'

/** The time of day where somebody is, with the zone as the page's language calls it: 21:14 Japan Time. Undefined: not known here. */
export function timeThere(at: number, timeZone: string | undefined, locale: string): string | undefined {
  if (timeZone === undefined) return undefined
  try {
    return written(at, locale, { hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'shortGeneric' })
  } catch {
    // Another browser than the visitor's may not know the zone.
    return undefined
  }
}
