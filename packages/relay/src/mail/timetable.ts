const minute = 60_000
/** When what failed is tried again, in ms; the last delay repeats. */
const retryAfter = [minute, 5 * minute, 30 * minute, 120 * minute, 360 * minute]

export interface Timetable {
  /** Does it after so many ms; a later word for the same `id` replaces the earlier one. */
  schedule(id: string, delay: number): void
  /** Lets what is under way end, begins nothing else. */
  close(): Promise<void>
}

/** Things to do by and by, one at a time for each `id`. What answers false is done again, later each time. */
export function createTimetable(run: (id: string) => Promise<boolean>): Timetable {
  const timers = new Map<string, NodeJS.Timeout>()
  const underWay = new Map<string, Promise<void>>()
  const tries = new Map<string, number>()
  let isClosed = false

  function schedule(id: string, delay: number): void {
    clearTimeout(timers.get(id))
    if (!isClosed) timers.set(id, setTimeout(start, delay, id).unref())
  }

  function start(id: string): void {
    timers.delete(id)
    const before = underWay.get(id) ?? Promise.resolve()
    const now = before.then(() => once(id))
    underWay.set(id, now)
    void now.finally(() => underWay.get(id) === now && underWay.delete(id))
  }

  async function once(id: string): Promise<void> {
    if (isClosed) return
    const isDone = await run(id)
    const tried = tries.get(id) ?? 0
    if (isDone) tries.delete(id)
    else tries.set(id, tried + 1)
    if (!isDone && !timers.has(id)) schedule(id, retryAfter[Math.min(tried, retryAfter.length - 1)] ?? minute)
  }

  return {
    schedule,
    async close() {
      isClosed = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(underWay.values())
    },
  }
}
