import type { OpeningHours, OpenSpan, ShiftTime } from '@deskbell/protocol'
import { DateTime } from 'luxon'

/** Who is closed for longer says nothing of it. In days. */
export const lookedAhead = 60

interface Days {
  timeZone: string
  /** In ms since 1970; the days begin with the one it is in. */
  now: number
  days: number
}

/**
 * The spans of so many days by the wall clock of a time zone, in ms since 1970 and in order; those that touch are one. A time
 * that the clocks skip in spring is the one an hour later.
 */
export function spansOver(
  { timeZone, now, days }: Days,
  spansOn: (date: string, weekday: number) => readonly OpenSpan[],
): ShiftTime[] {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day')
  const found: ShiftTime[] = []
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = today.plus({ days: ahead })
    const at = (time: string) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return day.set({ hour, minute }).toMillis()
    }
    for (const span of spansOn(day.toISODate() ?? '', day.weekday - 1)) {
      const [from, to] = [at(span.from), at(span.to)]
      const before = found.at(-1)
      if (before?.to === from) before.to = to
      else if (from < to) found.push({ from, to })
    }
  }
  return found
}

/** When it is open by the hours, of the next two months. */
export function openTimes({ timeZone, week, closed }: OpeningHours, now: number): ShiftTime[] {
  return spansOver({ timeZone, now, days: lookedAhead }, (date, weekday) =>
    closed.some(({ from, to }) => from <= date && date <= to) ? [] : (week[weekday] ?? []),
  )
}

/** When the next of them begins, in ms since 1970. Undefined: one is now, or none is to come. */
export function beginsAt(times: readonly ShiftTime[], now: number): number | undefined {
  const next = times.find(({ to }) => to > now)
  return next && next.from > now ? next.from : undefined
}
