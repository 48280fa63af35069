import type { InboxTranslate } from '@deskbell/locales'
import { waitSpans } from '@deskbell/protocol'
import { regional, written } from './dates.ts'
import { span } from './times.ts'

/** A share as it is written here: 81 %; a dash where there is none. */
export function percent(share: number | undefined, locale: string): string {
  return share === undefined ? '–' : share.toLocaleString(regional(locale), { style: 'percent' })
}

/** A length in the middle of others: 42 s, 4.3 min, 17 min, 2 h; a dash where there is none. */
export function length(t: InboxTranslate, seconds: number | undefined): string {
  if (seconds === undefined) return '–'
  if (seconds < 60 || seconds >= 3600) return span(t, seconds)
  const minutes = seconds / 60
  return t('promise.shortMinutes', { count: minutes < 9.95 ? Math.round(minutes * 10) / 10 : Math.round(minutes) })
}

/** Times here are those of a report's own zone, which are no moments: they are written as UTC has them. */
const plain = { timeZone: 'UTC' } as const
const monday = Date.UTC(2024, 0, 1)

/** The full hour: 14:00 or 2:00 PM. */
export function hourName(hour: number, locale: string): string {
  return written(monday + hour * 3_600_000, locale, { ...plain, hour: 'numeric', minute: '2-digit' })
}

/** 1 is Monday. */
export function weekdayName(weekday: number, locale: string): string {
  const format = new Intl.DateTimeFormat(regional(locale), { ...plain, weekday: 'long' })
  return format.format(monday + (weekday - 1) * 86_400_000)
}

/** A day written `YYYY-MM-DD`, short: 24 Nov. */
export function dayName(day: string, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), { ...plain, day: 'numeric', month: 'short' }).format(new Date(day))
}

/** One of the spans that waits are sorted into: up to 1 min, 1–3 min, more than 20 min. */
export function spanName(t: InboxTranslate, index: number): string {
  const [low, high] = [(waitSpans[index - 1] ?? 0) / 60, (waitSpans[index] ?? 0) / 60]
  if (index >= waitSpans.length) return t('waits.over', { low })
  return index === 0 ? t('promise.upToMinutes', { high }) : t('promise.minutes', { low, high })
}
