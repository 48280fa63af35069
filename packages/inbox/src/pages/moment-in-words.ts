import { written } from '../words/dates.ts'

/** A moment (ms since 1970) as the reader's own calendar says it: "Wed, 25 Nov, 22:50". */
export function momentInWords(moment: number): string {
  const parts = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const
  return written(moment, document.documentElement.lang || 'en', parts)
}
