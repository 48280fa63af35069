/** Of one day, in wall-clock time: `09:00` until `17:30`; a day ends at `24:00`. */
export interface OpenSpan {
  from: string
  to: string
}

/** Both days included, `YYYY-MM-DD`. */
export interface ClosedDays {
  from: string
  to: string
}

/** When somebody is usually there. Without any span nothing is known of it. */
export interface OpeningHours {
  /** IANA, such as `Europe/Oslo`. */
  timeZone: string
  /** Monday first, seven; each in order and apart from the next. */
  week: readonly (readonly OpenSpan[])[]
  closed: readonly ClosedDays[]
}

/** What `GET` and `PUT /api/hours` (owner) answer; `opensAt`: what visitors are told now, were nobody there, in ms since 1970. */
export interface HoursReply {
  hours: OpeningHours
  opensAt?: number
}

export const hoursLimits = { spansADay: 6, closed: 60 } as const

/** Each span has a length, and begins when the one before has ended. */
export function isInOrder(day: readonly OpenSpan[]): boolean {
  return day.every(({ from, to }, place) => from < to && (day[place - 1]?.to ?? '') <= from)
}
