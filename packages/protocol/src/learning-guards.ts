import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import { entryId, locale } from './guards.ts'
import type { Dismissal, Wording } from './learning.ts'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'

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

/** `days` comes as text, from an address. */
export const searchesGuard = v.strictObject(
  {
    days: v.pipe(
      v.string(malformed),
      v.regex(/^\d{1,3}$/, malformed),
      v.transform(Number),
      v.minValue(1, malformed),
      v.maxValue(limits.searchDays, malformed),
    ),
  },
  malformed,
)

export const previewGuard = v.strictObject(
  { markdown: v.pipe(v.string(malformed), v.maxLength(limits.answerLength, malformed), v.transform(cleanText)) },
  malformed,
)
