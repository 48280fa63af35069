import { type OperatorPlan, type ShiftTime, spansOn } from '@deskbell/protocol'
import type { SettingsStore } from '../store/settings-store.ts'
import type { Team } from '../team.ts'
import { beginsAt, lookedAhead, openTimes, spansOver } from './hours.ts'

type Planned = Pick<SettingsStore, 'hours' | 'roster'>

/** When somebody is on shift by their plan, in the site's time zone. */
export function shiftTimes({ hours }: Planned, plan: OperatorPlan | undefined, now: number, days: number): ShiftTime[] {
  if (!plan) return []
  const { timeZone } = hours.data
  return spansOver({ timeZone, now, days }, (date, weekday) => spansOn(plan, date, weekday))
}

/**
 * When somebody of the team is back, were nobody there now, in ms since 1970: by the roster within the hours, or by the one of them
 * that says anything. Undefined: somebody should be there, or nothing is known.
 */
export function returnsAt(planned: Planned, team: Pick<Team, 'admitted'>, now: number): number | undefined {
  const open = openTimes(planned.hours.data, now)
  // Who was removed can still be restored, with the plan.
  const plans = planned.roster.data.plans.filter(({ operatorId }) => team.admitted(operatorId))
  const shifts = plans.flatMap((plan) => shiftTimes(planned, plan, now, lookedAhead))
  if (shifts.length === 0) return beginsAt(open, now)
  const inHours = open.length === 0 ? shifts : shifts.flatMap((shift) => common(shift, open))
  return beginsAt(
    inHours.sort((one, other) => one.from - other.from),
    now,
  )
}

function common(shift: ShiftTime, open: readonly ShiftTime[]): ShiftTime[] {
  const parts = open.map(({ from, to }) => ({ from: Math.max(from, shift.from), to: Math.min(to, shift.to) }))
  return parts.filter(({ from, to }) => from < to)
}
