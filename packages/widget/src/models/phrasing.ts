import type { WidgetTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'

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
  const regional = regionalLocale(locale, navigator.languages)
  const both = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  // A region can count with other digits than the language does; counts and times stand beside each other.
  const { numberingSystem } = new Intl.NumberFormat(locale).resolvedOptions()
  const clock = new Intl.DateTimeFormat(regional, { hour: 'numeric', minute: '2-digit', numberingSystem })
  const dayParts = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const date = new Intl.DateTimeFormat(regional, { ...dayParts, numberingSystem })
  return {
    all: (names) => both.format(names),
    any: (names) => either.format(names),
    time: (at) => clock.format(at),
    day(at, now) {
      const daysAgo = Math.round((midnight(now) - midnight(at)) / 86_400_000)
      if (daysAgo === 0) return t('chat.today')
      return daysAgo === 1 ? t('chat.yesterday') : date.format(at)
    },
  }
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
