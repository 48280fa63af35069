import { verdictOf, type Wait, waitedSeconds } from '@deskbell/desk'
import type { EstimatedWait } from '@deskbell/protocol'

type Column = readonly [name: string, of: (wait: Wait, now: number) => string | number | undefined]

const columns: readonly Column[] = [
  ['conversation', ({ conversationId }) => conversationId],
  ['locale', ({ locale }) => locale],
  ['asked_at', ({ askedAt }) => moment(askedAt)],
  ['position', ({ position }) => position],
  ...promiseColumns('first', ({ first }) => first),
  ['last_told_at', ({ last }) => moment(last?.at)],
  ...promiseColumns('last', ({ last }) => last),
  ['outcome', ({ outcome }) => outcome],
  ['ended_at', ({ endedAt }) => moment(endedAt)],
  ['waited_seconds', (wait, now) => waitedSeconds(wait, now)],
  ['answered_at', ({ answeredAt }) => moment(answeredAt)],
  ['promise', (wait, now) => verdictOf(wait, now)],
]

/** The first line. A file of waits is RFC 4180, times in UTC (ISO 8601); no value can hold a comma or a quote. */
export const csvNames = line(columns.map(([name]) => name))

/** One line for each wait. */
export function csvLines(waits: readonly Wait[], now: number): string {
  return waits.map((wait) => line(columns.map(([, of]) => of(wait, now) ?? ''))).join('')
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.join(',')}\r\n`
}

function promiseColumns(name: string, of: (wait: Wait) => EstimatedWait | undefined): Column[] {
  const known = (wait: Wait) => {
    const told = of(wait)
    return told?.wait === 'known' ? told : undefined
  }
  return [
    [`${name}_low_seconds`, (wait) => known(wait)?.lowSeconds],
    [`${name}_likely_seconds`, (wait) => known(wait)?.likelySeconds],
    [`${name}_high_seconds`, (wait) => known(wait)?.highSeconds],
    [`${name}_unknown`, (wait) => unknownOf(of(wait))],
  ]
}

function unknownOf(told: EstimatedWait | undefined): string | undefined {
  return told?.wait === 'unknown' ? told.reason : undefined
}

function moment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}
