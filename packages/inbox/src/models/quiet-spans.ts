import type { Quiet } from '@deskbell/protocol'

export const quietSpans = ['halfHour', 'hour', 'open'] as const
export type QuietSpan = (typeof quietSpans)[number]

const minutes = { halfHour: 30, hour: 60 }

/** From now on for so long; `open`: until it is ended. `off`: no quiet. */
export function quietOf(span: QuietSpan | 'off', now: number): Quiet | undefined {
  if (span === 'off') return undefined
  return span === 'open' ? {} : { until: now + minutes[span] * 60_000 }
}
