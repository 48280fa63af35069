import type { Http } from '@deskbell/client/http'
import type { WaitCount, WaitsReport } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** The days one can look back on. */
export const waitPeriods = [7, 30, 90] as const
export type WaitPeriod = (typeof waitPeriods)[number]

/** The share of promises that is to be kept: a range is told so that four of five waits end within it. */
export const keptGoal = 0.8

/** How long visitors waited against what they were promised; `zone` is the time zone of this browser. */
export const WaitsReportModel = createModel((http: Http, zone: string) => {
  const days = signal<WaitPeriod>(30)
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const report = signal<WaitsReport | undefined>(undefined)

  async function load(): Promise<void> {
    const asked = days.peek()
    state.value = 'loading'
    const answer = await http.get<WaitsReport>('/api/waits', { days: String(asked), zone })
    // Another period was chosen meanwhile: its own answer comes.
    if (asked !== days.peek()) return
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    report.value = answer.ok ? answer.value : undefined
    state.value = answer.ok ? 'ready' : 'failed'
  }

  function choose(next: WaitPeriod): void {
    days.value = next
    void load()
  }

  /** Where the same waits are a file, one line each. */
  function fileUrl(): string {
    return `/api/waits.csv?${new URLSearchParams({ days: String(days.value), zone })}`
  }

  return { days, state, trouble, report, load, choose, fileUrl }
})

export type WaitsReportState = InstanceType<typeof WaitsReportModel>

/** How many of the promises can be judged. */
export function judgedOf({ sooner, kept, later }: WaitCount): number {
  return sooner + kept + later
}

/** The share of the judged promises that was kept, 0 to 1; undefined where none can be judged. */
export function shareOf(count: WaitCount | undefined): number | undefined {
  const judged = count ? judgedOf(count) : 0
  return count && judged > 0 ? count.kept / judged : undefined
}

/** The last so many days here, `YYYY-MM-DD`, that of `now` the last. */
export function daysUpTo(now: number, count: number): string[] {
  const today = new Date(now)
  const two = (value: number) => String(value).padStart(2, '0')
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - index))
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
  })
}
