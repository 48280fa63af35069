import type { WidgetTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { dateFormat, dateParts, daysBetween, timeParts } from './dates.ts'

/** Names and times as the visitor's language and region write them. */
export interface Phrasing {
  /** "Anna and Boris" */
  all(names: readonly string[]): string
  /** "Anna or Boris" */
  any(names: readonly string[]): string
  /** "14:21" */
  time(at: number): string
  /** "Today", "Yesterday", "Wednesday 18 November" */
  day(at: number, now: number): string
}

export function createPhrasing(t: WidgetTranslate, locale: Locale): Phrasing {
  const both = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  const clock = dateFormat(locale, timeParts)
  const date = dateFormat(locale, dateParts)
  return {
    all: (names) => both.format(names),
    any: (names) => either.format(names),
    time: (at) => clock.format(at),
    day(at, now) {
      const daysAgo = daysBetween(at, now)
      if (daysAgo === 0) return t('chat.today')
      return daysAgo === 1 ? t('chat.yesterday') : date.format(at)
    },
  }
}
