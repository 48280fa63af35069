import * as v from 'valibot'
import type { CannedReply } from './canned.ts'
import { cleanLine, cleanText } from './clean.ts'
import { locale, uuid } from './guards.ts'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

export const cannedReplyGuard = v.strictObject(
  {
    id: uuid,
    name: v.pipe(
      v.string(malformed),
      v.transform(cleanLine),
      v.nonEmpty(malformed),
      v.maxLength(limits.nameLength, malformed),
    ),
    texts: v.pipe(
      v.record(
        locale,
        v.pipe(
          v.string(malformed),
          v.transform(cleanText),
          v.nonEmpty(malformed),
          v.maxLength(limits.messageLength, malformed),
        ),
        malformed,
      ),
      v.minEntries(1, malformed),
      v.maxEntries(limits.cannedLanguages, malformed),
    ),
  },
  malformed,
) satisfies v.GenericSchema<unknown, CannedReply>
