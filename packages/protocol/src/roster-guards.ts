import * as v from 'valibot'
import { daysGuard, isForward, spansGuard, weekGuard } from './hours-guards.ts'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'
import { type Roster, rosterLimits } from './roster.ts'

const malformed: Refusal = 'malformed'

const otherDays = v.pipe(
  v.strictObject({ ...daysGuard, spans: spansGuard }, malformed),
  v.check((days) => isForward(days), malformed),
)

const plan = v.strictObject(
  {
    operatorId: v.pipe(v.string(malformed), v.maxLength(limits.nameLength, malformed)),
    week: weekGuard,
    otherDays: v.pipe(v.array(otherDays, malformed), v.maxLength(rosterLimits.otherDays, malformed)),
  },
  malformed,
)

export const rosterGuard = v.strictObject(
  {
    plans: v.pipe(
      v.array(plan, malformed),
      v.maxLength(rosterLimits.plans, malformed),
      v.check((plans) => new Set(plans.map(({ operatorId }) => operatorId)).size === plans.length, malformed),
    ),
  },
  malformed,
) satisfies v.GenericSchema<unknown, Roster>
