import type { ClosedDays, OpeningHours, OpenSpan } from './hours.ts'
import type { OperatorId } from './operators.ts'

/** On these days other hours count than in the week; none of them: absent. */
export interface OtherDays extends ClosedDays {
  spans: readonly OpenSpan[]
}

/** When one operator is on shift, in wall-clock time of the site's time zone. */
export interface OperatorPlan {
  operatorId: OperatorId
  /** Monday first, seven; repeats every week. */
  week: readonly (readonly OpenSpan[])[]
  /** Where two speak of the same day, the first counts. */
  otherDays: readonly OtherDays[]
}

export interface Roster {
  plans: readonly OperatorPlan[]
}

/** One time on shift, in ms since 1970. */
export interface ShiftTime {
  from: number
  to: number
}

/** What `GET` and `PUT /api/roster` answer. An operator is given their own plan only; changes: owner. */
export interface RosterReply {
  roster: Roster
  hours: OpeningHours
  /** The caller's own shifts of two weeks from today on, in order. */
  own: readonly ShiftTime[]
}

export const rosterLimits = { plans: 200, otherDays: 60 } as const

/** What a plan says of a day: `date` is `YYYY-MM-DD`, `weekday` 0 for Monday. */
export function spansOn({ week, otherDays }: OperatorPlan, date: string, weekday: number): readonly OpenSpan[] {
  const other = otherDays.find(({ from, to }) => from <= date && date <= to)
  return other?.spans ?? week[weekday] ?? []
}
