import type { WaitCount, WaitsReport } from '@deskbell/protocol'
import { daysUpTo } from '../../src/models/waits-report.ts'

const count = (change: Partial<WaitCount> = {}): WaitCount => ({
  ...{ waits: 20, sooner: 2, kept: 15, later: 1, unpromised: 1 },
  promised: { meanSeconds: 250, p95Seconds: 400 },
  waited: { meanSeconds: 270, p95Seconds: 660 },
  ...change,
})

/** Twenty waits of today. */
export function someWaits(now: number): WaitsReport {
  return {
    total: count(),
    days: daysUpTo(now, 1).map((day) => ({ ...count(), day })),
    hours: [
      { ...count(), hour: 9 },
      { ...count({ kept: 3, later: 9 }), hour: 14 },
    ],
    weekdays: [{ ...count(), weekday: 1 }],
    outcomes: { served: 17, left: 1, question: 1, 'nobody-came': 0 },
    gaveUp: [
      { told: 2, waits: 12, after: [0, 1, 0, 0, 0, 0] },
      { waits: 7, after: [1, 0, 0, 0, 0, 0] },
    ],
    atOnce: 31,
  }
}
