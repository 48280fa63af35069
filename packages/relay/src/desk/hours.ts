import type { OpeningHours } from '@deskbell/protocol'
import { DateTime } from 'luxon'

/** Who is closed for longer says nothing of it. In days. */
const lookedAhead = 60

/**
 * When it opens next, in ms since 1970. Undefined: it is open by the hours, or they say nothing of the next two months. A time
 * that the clocks skip in spring is the one an hour later.
 */
export function opensAt({ timeZone, week, closed }: OpeningHours, now: number): number | undefined {
  const today = DateTime.fromMillis(now, { zone: timeZone }).startOf('day')
  for (let ahead = 0; ahead < lookedAhead; ahead += 1) {
    const day = today.plus({ days: ahead })
    const date = day.toISODate() ?? ''
    if (closed.some(({ from, to }) => from <= date && date <= to)) continue
    const at = (time: string) => {
      const [hour = 0, minute = 0] = time.split(':').map(Number)
      return day.set({ hour, minute }).toMillis()
    }
    for (const { from, to } of week[day.weekday - 1] ?? []) {
      if (at(from) > now) return at(from)
      if (now < at(to)) return undefined
    }
  }
  return undefined
}
