import type { Duty } from '@deskbell/protocol'

/** What an operator said last, as `duty` has it. */
export interface DutyRow {
  operator_id: string
  is_on_duty: number
  until: number | null
  back_at: number | null
}

export function dutyOf({ is_on_duty, until, back_at }: DutyRow): Duty {
  return {
    isOnDuty: is_on_duty === 1,
    ...(until !== null && { until }),
    ...(back_at !== null && { backAt: back_at }),
  }
}
