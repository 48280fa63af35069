import * as v from 'valibot'
import { limits } from './limits.ts'
import type { Privacy } from './privacy.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

export const privacyGuard = v.strictObject(
  {
    retentionDays: v.pipe(
      v.number(malformed),
      v.integer(malformed),
      v.minValue(1, malformed),
      v.maxValue(limits.retentionDays, malformed),
    ),
  },
  malformed,
) satisfies v.GenericSchema<unknown, Privacy>
