import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import { locale } from './guards.ts'
import { limits } from './limits.ts'
import { type OwnWordsReply, ownTextLengths } from './own-words.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

const text = (most: number, clean: (given: string) => string) =>
  v.exactOptional(v.pipe(v.string(malformed), v.transform(clean), v.nonEmpty(malformed), v.maxLength(most, malformed)))

const texts = v.strictObject(
  {
    label: text(ownTextLengths.label, cleanLine),
    greeting: text(ownTextLengths.greeting, cleanLine),
    question: text(ownTextLengths.question, cleanLine),
    away: text(ownTextLengths.away, cleanText),
    consent: text(ownTextLengths.consent, cleanText),
  },
  malformed,
)

export const ownWordsGuard = v.strictObject(
  { words: v.pipe(v.record(locale, texts, malformed), v.maxEntries(limits.wordLanguages, malformed)) },
  malformed,
) satisfies v.GenericSchema<unknown, OwnWordsReply>
