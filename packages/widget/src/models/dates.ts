import type { WidgetTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'

/** 09:00 or 9:00, as the language has it for a time alone. */
export const timeParts = { timeStyle: 'short' } as const
export const dateParts = { weekday: 'long', day: 'numeric', month: 'long' } as const

/** Writes dates as the visitor's region does, in the visitor's time zone. */
export function dateFormat(locale: Locale, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // A region can count with other digits than the language does; counts and times stand beside each other.
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions()
  return new Intl.DateTimeFormat(regionalLocale(locale, navigator.languages), { ...parts, numberingSystem })
}

/** "today at 14:00", "Monday 9:00", "Monday 7 December 9:00" */
export function whenWords(t: WidgetTranslate, locale: Locale, { at, now }: { at: number; now: number }): string {
  const write = (parts: Intl.DateTimeFormatOptions) => dateFormat(locale, parts).format(at)
  const time = write(timeParts)
  const days = daysBetween(now, at)
  return days === 0 ? t('foot.today', { time }) : `${write(days < 7 ? { weekday: 'long' } : dateParts)} ${time}`
}

/** How many days lie between two moments, by the calendar. */
export function daysBetween(earlier: number, later: number): number {
  return Math.round((midnight(later) - midnight(earlier)) / 86_400_000)
}

/** The start of a moment's day in the visitor's time zone, in ms since 1970. */
export function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** `en` is written as the visitor's own English: where they have told their browser `en-GB`, hours count to 24. */
function regionalLocale(locale: Locale, languages: readonly string[]): Locale {
  const own = languages.find((language) => language.split('-', 1)[0] === locale.split('-', 1)[0])
  // Some browsers name a system locale that is no language tag, such as `en-US@posix`; Intl would throw.
  return own !== undefined && /^[a-z\d]+(-[a-z\d]+)*$/i.test(own) ? own : locale
}
