import { regional } from '../words/dates.ts'

/** A moment (ms since 1970) as the reader's own calendar says it: "Wed, 25 Nov, 22:50". */
export function momentInWords(moment: number): string {
  const locale = regional(document.documentElement.lang || 'en')
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, parts).format(moment)
}
