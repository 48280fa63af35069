import type { Duty, Quiet } from '@deskbell/protocol'

/** What an operator said last, as `duty` has it. */
export interface DutyRow {
  operator_id: string
  is_on_duty: number
  until: number | null
  back_at: number | null
  quiet_until: number | null
}

/** Not to be disturbed, until who wanted it says so. */
const openEnd = 0

export function dutyOf({ is_on_duty, until, back_at, quiet_until }: DutyRow): Duty & { quiet?: Quiet } {
  return {
    isOnDuty: is_on_duty === 1,
    ...(until !== null && { until }),
    ...(back_at !== null && { backAt: back_at }),
    ...(quiet_until !== null && { quiet: quiet_until === openEnd ? {} : { until: quiet_until } }),
  }
}

export function quietUntilOf(quiet: Quiet | undefined): number | null {
  return quiet ? (quiet.until ?? openEnd) : null
}
