import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import { locale } from './guards.ts'
import { limits } from './limits.ts'
import { type OwnWordsGiven, ownTextLengths } from './own-words.ts'
import type { Refusal } from './refusals.ts'

const malformed: Refusal = 'malformed'

const words = (most: number, clean: (given: string) => string) =>
  v.pipe(v.string(malformed), v.transform(clean), v.nonEmpty(malformed), v.maxLength(most, malformed))
const text = (most: number, clean: (given: string) => string) => v.exactOptional(words(most, clean))
const topicId = v.pipe(v.string(malformed), v.nonEmpty(malformed), v.maxLength(limits.titleLength, malformed))

const texts = v.strictObject(
  {
    label: text(ownTextLengths.label, cleanLine),
    greeting: text(ownTextLengths.greeting, cleanLine),
    question: text(ownTextLengths.question, cleanLine),
    away: text(ownTextLengths.away, cleanText),
    consent: text(ownTextLengths.consent, cleanText),
    topics: v.exactOptional(
      v.pipe(v.record(topicId, words(limits.nameLength, cleanLine), malformed), v.maxEntries(limits.topics, malformed)),
    ),
  },
  malformed,
)

export const ownWordsGuard = v.strictObject(
  { words: v.pipe(v.record(locale, texts, malformed), v.maxEntries(limits.wordLanguages, malformed)) },
  malformed,
) satisfies v.GenericSchema<unknown, OwnWordsGiven>
