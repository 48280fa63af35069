import type { Stretch } from '../models/coverage.ts'
import { written } from './dates.ts'
import { dayName } from './figures.ts'

/** Days of a roster are those of the site's zone, which are no moments: they are written as UTC has them. */
const timeZone = 'UTC'
const minute = 60_000

/** A day written `YYYY-MM-DD`: Mon 30 Nov. */
export function shortDayName(date: string, locale: string): string {
  return written(Date.parse(date), locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
}

/** Days from the first to the last: 26 Nov – 1 Dec; one alone with its weekday. */
export function daysName(from: string, to: string, locale: string): string {
  return from === to ? shortDayName(from, locale) : `${dayName(from, locale)} – ${dayName(to, locale)}`
}

/** 09:00–12:00. */
export function stretchName({ from, to }: Stretch, locale: string): string {
  const time = (minutes: number) => written(minutes * minute, locale, { timeZone, hour: 'numeric', minute: '2-digit' })
  return `${time(from)}–${time(to)}`
}
