import type { WidgetTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { dateFormat, dateParts, daysBetween, timeParts } from './dates.ts'

/** Times as the visitor's language and region write them. */
export interface Phrasing {
  /** "14:21" */
  time(at: number): string
  /** "Today", "Yesterday", "Wednesday 18 November" */
  day(at: number, now: number): string
}

/** Makes what writes them when it is first needed: the first of a page takes long. */
export function createPhrasing(t: WidgetTranslate, locale: Locale): Phrasing {
  let clock: Intl.DateTimeFormat | undefined
  return {
    time(at) {
      clock ??= dateFormat(locale, timeParts)
      return clock.format(at)
    },
    day(at, now) {
      const daysAgo = daysBetween(at, now)
      if (daysAgo === 0) return t('chat.today')
      return daysAgo === 1 ? t('chat.yesterday') : dateFormat(locale, dateParts).format(at)
    },
  }
}
