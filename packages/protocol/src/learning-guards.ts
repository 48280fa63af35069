import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import { entryId, locale } from './guards.ts'
import type { Dismissal, Wording } from './learning.ts'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'
import { daysBack } from './waits-guards.ts'

const malformed: Refusal = 'malformed'

const words = v.pipe(v.string(malformed), v.transform(cleanLine), v.maxLength(limits.queryLength, malformed))

export const wordingGuard = v.strictObject(
  { entryId, locale, wording: v.pipe(words, v.nonEmpty(malformed)) },
  malformed,
) satisfies v.GenericSchema<unknown, Wording>

export const dismissalGuard = v.strictObject(
  {
    locale,
    queries: v.pipe(v.array(words, malformed), v.minLength(1, malformed), v.maxLength(500, malformed)),
    entryId: v.exactOptional(entryId),
  },
  malformed,
) satisfies v.GenericSchema<unknown, Dismissal>

export const searchesGuard = v.strictObject({ days: daysBack(limits.searchDays) }, malformed)

export const previewGuard = v.strictObject(
  { markdown: v.pipe(v.string(malformed), v.maxLength(limits.answerLength, malformed), v.transform(cleanText)) },
  malformed,
)
