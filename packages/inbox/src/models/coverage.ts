import { type OpeningHours, type OpenSpan, type OperatorId, type OperatorPlan, spansOn } from '@deskbell/protocol'

/** In minutes of the day. */
export interface Stretch {
  from: number
  to: number
}

/** Of one day: when it is open, who is on shift, and when nobody of them is although it is open. */
export interface DayCover {
  /** `YYYY-MM-DD` */
  date: string
  /** 1 is Monday. */
  weekday: number
  open: readonly Stretch[]
  shifts: readonly { operatorId: OperatorId; stretches: readonly Stretch[] }[]
  holes: readonly Stretch[]
}

const dayLength = 86_400_000

/** The week of a day, from Monday on, or one so many weeks later; days are written `YYYY-MM-DD`. */
export function weekOf(day: string, weeksLater: number): string[] {
  const monday = Date.parse(day) + (1 - weekdayOf(day) + 7 * weeksLater) * dayLength
  return Array.from({ length: 7 }, (_, ahead) => new Date(monday + ahead * dayLength).toISOString().slice(0, 10))
}

/** The day it is somewhere, `now` in ms since 1970. */
export function dayIn(timeZone: string, now: number): string {
  // Swedish dates are written as ISO has them.
  return new Date(now).toLocaleDateString('sv', { timeZone })
}

function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7
}

/** What the plans make of a day. */
export function coverOf(plans: readonly OperatorPlan[], { week, closed }: OpeningHours, date: string): DayCover {
  const weekday = weekdayOf(date)
  const isClosed = closed.some(({ from, to }) => from <= date && date <= to)
  const open = isClosed ? [] : stretchesOf(week[weekday - 1] ?? [])
  const planned = plans.map((plan) => ({
    operatorId: plan.operatorId,
    stretches: stretchesOf(spansOn(plan, date, weekday - 1)),
  }))
  const shifts = planned.filter(({ stretches }) => stretches.length > 0)
  const holes = shifts.flatMap(({ stretches }) => stretches).reduce(without, open)
  return { date, weekday, open, shifts, holes }
}

function without(stretches: readonly Stretch[], { from, to }: Stretch): readonly Stretch[] {
  return stretches
    .flatMap((one) => [
      { from: one.from, to: Math.min(one.to, from) },
      { from: Math.max(one.from, to), to: one.to },
    ])
    .filter((one) => one.from < one.to)
}

/** What is being written and has no length yet is left out. */
function stretchesOf(spans: readonly OpenSpan[]): Stretch[] {
  const stretches = spans.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) }))
  return stretches.filter(({ from, to }) => from < to)
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** The full hours that a picture of these days needs: of a day without anything, those of an office. */
export function hoursShown(days: readonly DayCover[]): Stretch {
  const all = days.flatMap(({ open, shifts }) => [...open, ...shifts.flatMap(({ stretches }) => stretches)])
  const from = Math.min(...all.map((one) => one.from))
  const to = Math.max(...all.map((one) => one.to))
  return all.length === 0 ? { from: 8, to: 18 } : { from: Math.floor(from / 60), to: Math.ceil(to / 60) }
}
