import { isQuiet } from '@deskbell/protocol'
import type { Desk, DeskOperator } from './desk.ts'
import { isAvailable } from './operators.ts'

/** Whether news that is nobody's disturbs this one: also who wants quiet, where nobody who is there would hear it. */
export function isDisturbed(desk: Desk, operator: DeskOperator, now: number): boolean {
  if (!operator.isOnDuty) return false
  return !isQuiet(operator, now) || ![...desk.operators.values()].some((one) => isAvailable(one) && !isQuiet(one, now))
}
