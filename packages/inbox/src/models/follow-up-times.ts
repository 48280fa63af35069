/** When a conversation may come back. */
export interface FollowUpTime {
  name: 'hour' | 'afternoon' | 'tomorrow' | 'monday' | 'week'
  /** In ms since 1970. */
  at: number
}

const morning = 9
const afternoon = 15
const hour = 3_600_000

/** The usual times from now on, the first one first, in this operator's days: each is at least half an hour away. */
export function followUpTimes(now: number): FollowUpTime[] {
  const today = new Date(now)
  const on = (days: number, hours: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + days, hours).getTime()
  const toMonday = (8 - today.getDay()) % 7 || 7
  const times: FollowUpTime[] = [
    { name: 'hour', at: now + hour },
    { name: 'afternoon', at: on(0, afternoon) },
    { name: 'tomorrow', at: on(1, morning) },
    { name: 'monday', at: on(toMonday, morning) },
    { name: 'week', at: on(7, morning) },
  ]
  return times.filter(({ at }, index) => at > now + hour / 2 && times.findIndex((other) => other.at === at) === index)
}

/** A moment as a date and time field has it, in this operator's days. */
export function toField(at: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = new Date(at)
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`
}
