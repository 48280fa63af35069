import * as v from 'valibot'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

const shortText = v.pipe(v.string(malformed), v.maxLength(limits.queryLength, malformed))
/** They come as text, from an address. */
const wholeNumber = v.pipe(v.string(malformed), v.regex(/^\d{1,15}$/, malformed), v.transform(Number))

export const findConversationsGuard = v.strictObject(
  {
    q: v.optional(shortText, ''),
    operator: v.optional(shortText),
    label: v.optional(shortText),
    from: v.optional(wholeNumber),
    to: v.optional(wholeNumber),
    next: v.optional(wholeNumber),
  },
  malformed,
)

export type FindConversations = v.InferOutput<typeof findConversationsGuard>
