import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import { fileLimits } from './files.ts'
import { identityGuard } from './identity.ts'
import { limits } from './limits.ts'
import type { Before, Draft, DraftWithFiles, Page, Receipts } from './messages.ts'
import type { KeptDraft, OperatorHandshake } from './operator-wire.ts'
import type { Duty, Quiet } from './operators.ts'
import { plainAnswer, plainDraft, quickly, uuidPattern } from './plain-drafts.ts'
import { accepted, type Refusal, type Reply, refused } from './refusals.ts'
import { isTimeZone } from './time-zone.ts'
import type { Ask, Rate, TranscriptWish, VisitorHandshake } from './visitor-wire.ts'
import { workLimits } from './work-limits.ts'

// In these schemas a message is the refusal itself, so that the first thing wrong is what the sender is told.
const no = (refusal: Refusal): Refusal => refusal
const malformed = no('malformed')

/** Turns what came over the wire into a value of its type, or a refusal. Never throws; unknown keys are refused. */
export function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): Reply<T> {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return accepted(result.output)
  const [issue] = result.issues
  return refused(issue.message as Refusal, v.getDotPath(issue) ?? undefined)
}

const line = (length: number, tooLong: Refusal = malformed) =>
  v.pipe(v.string(malformed), v.transform(cleanLine), v.maxLength(length, tooLong))

export const uuid = v.pipe(v.string(malformed), v.regex(uuidPattern, malformed))
const anyText = v.pipe(
  v.string(malformed),
  v.maxLength(limits.messageLength, no('message-too-long')),
  v.transform(cleanText),
)
const text = v.pipe(anyText, v.nonEmpty(no('message-empty')))
export const name = line(limits.nameLength, no('name-too-long'))
// One address: what separates or dresses addresses in a mail header is in none (RFC 5322, `specials`; quoted names are not taken).
export const email = v.pipe(
  line(limits.emailLength, no('email-invalid')),
  v.regex(/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:"]+$/, no('email-invalid')),
)
export const locale = v.pipe(v.string(malformed), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, malformed))
export const entryId = v.pipe(v.string(malformed), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, malformed))
const seq = v.pipe(v.number(malformed), v.safeInteger(malformed), v.minValue(0, malformed))
const moment = v.pipe(v.number(malformed), v.finite(malformed))
const id = v.pipe(v.string(malformed), v.nonEmpty(malformed), v.maxLength(limits.titleLength, malformed))
const conversationId = uuid

const page = v.strictObject(
  { title: line(limits.titleLength), url: v.pipe(v.string(malformed), v.maxLength(limits.urlLength, malformed)) },
  malformed,
)

export const pageGuard = page satisfies v.GenericSchema<unknown, Page>

/** A page's `data-topic`. */
export const topic = line(limits.titleLength)

const carried = v.strictObject(
  {
    searches: v.pipe(
      v.array(v.strictObject({ query: line(limits.queryLength), found: seq, at: moment }, malformed), malformed),
      v.maxLength(limits.searchesCarried, malformed),
    ),
    entries: v.pipe(
      v.array(
        v.strictObject(
          { id, question: line(limits.titleLength), at: moment, helped: v.exactOptional(v.boolean(malformed)) },
          malformed,
        ),
        malformed,
      ),
      v.maxLength(limits.entriesCarried, malformed),
    ),
    page: v.exactOptional(page),
    topic: v.exactOptional(topic),
    timeZone: v.exactOptional(v.pipe(v.string(malformed), v.maxLength(limits.titleLength, malformed))),
  },
  malformed,
)

// A zone that is not known here is left out: browsers learn new ones sooner, and nobody is shut out for that.
const before = v.pipe(
  carried,
  v.transform(({ timeZone, ...known }) =>
    timeZone !== undefined && isTimeZone(timeZone) ? { ...known, timeZone } : known,
  ),
) satisfies v.GenericSchema<unknown, Before>

const draft = { id: uuid, text }

const noteGuard = v.strictObject(draft, malformed) satisfies v.GenericSchema<unknown, Draft>

const files = v.pipe(
  v.array(uuid, malformed),
  v.minLength(1, malformed),
  v.maxLength(fileLimits.inMessage, malformed),
  v.check((ids) => new Set(ids).size === ids.length, malformed),
)
const draftWithFiles = { id: uuid, text: anyText, files: v.exactOptional(files) }
const saysSomething = ({ text, files }: { text: string; files?: readonly string[] }) =>
  text !== '' || files !== undefined

export const draftGuard = quickly(
  v.pipe(
    v.strictObject(draftWithFiles, malformed),
    v.check((said) => saysSomething(said), no('message-empty')),
  ),
  plainDraft,
) satisfies v.GenericSchema<unknown, DraftWithFiles>
export const fileOfGuard = v.strictObject({ conversationId, id: uuid }, malformed)
export const askGuard = v.strictObject(
  { ...draft, name: v.exactOptional(name), email: v.exactOptional(email), before },
  malformed,
) satisfies v.GenericSchema<unknown, Ask>
export const pendGuard = v.strictObject({ email: v.exactOptional(email) }, malformed)
export const nothingGuard = v.strictObject({}, malformed)
export const resumeGuard = v.strictObject({ after: seq }, malformed)
export const lookBackGuard = v.strictObject({ before: seq }, malformed)
const comment = v.pipe(
  v.string(malformed),
  v.maxLength(limits.commentLength, no('message-too-long')),
  v.transform(cleanText),
  v.nonEmpty(no('message-empty')),
)
export const rateGuard = v.strictObject(
  { conversationId, solved: v.picklist(['no', 'in-part', 'yes'], malformed), comment: v.exactOptional(comment) },
  malformed,
) satisfies v.GenericSchema<unknown, Rate>
export const transcriptGuard = v.strictObject({ conversationId, email }, malformed) satisfies v.GenericSchema<
  unknown,
  TranscriptWish
>
const receipts = { delivered: seq, read: seq }
export const receiptsGuard = v.strictObject(receipts, malformed) satisfies v.GenericSchema<unknown, Receipts>

export const visitorHandshakeGuard = v.strictObject(
  {
    protocol: seq,
    token: v.exactOptional(v.pipe(v.string(malformed), v.maxLength(limits.titleLength, malformed))),
    locale,
    page: v.exactOptional(page),
    identity: v.exactOptional(identityGuard),
  },
  malformed,
) satisfies v.GenericSchema<unknown, VisitorHandshake>
export const operatorHandshakeGuard = v.strictObject({ protocol: seq }, malformed) satisfies v.GenericSchema<
  unknown,
  OperatorHandshake
>

export const dutyGuard = v.variant(
  'isOnDuty',
  [
    v.strictObject({ isOnDuty: v.literal(true), until: v.exactOptional(moment) }, malformed),
    v.strictObject({ isOnDuty: v.literal(false), backAt: v.exactOptional(moment) }, malformed),
  ],
  malformed,
) satisfies v.GenericSchema<unknown, Duty>
export const quietGuard = v.strictObject(
  { quiet: v.exactOptional(v.strictObject({ until: v.exactOptional(moment) }, malformed)) },
  malformed,
) satisfies v.GenericSchema<unknown, { quiet?: Quiet }>
export const ofGuard = v.strictObject({ conversationId }, malformed)
export const closeGuard = v.strictObject(
  { conversationId, reason: v.exactOptional(v.pipe(line(workLimits.reasonLength), v.nonEmpty(malformed))) },
  malformed,
)
export const readingGuard = v.strictObject({ conversationId: v.exactOptional(conversationId) }, malformed)
export const resumeOfGuard = v.strictObject({ conversationId, after: seq }, malformed)
export const lookBackOfGuard = v.strictObject({ conversationId, before: seq }, malformed)
export const draftOfGuard = v.strictObject({ conversationId, ...draft }, malformed)
const gap = v.pipe(v.string(malformed), v.maxLength(limits.titleLength, malformed))
const gaps = v.pipe(
  v.record(v.pipe(gap, v.regex(/^\{[^{}\n]*\}$/, malformed)), gap, malformed),
  v.check((all) => Object.keys(all).length <= workLimits.gaps, malformed),
)
export const keptDraftGuard = v.strictObject(
  { conversationId, kind: v.picklist(['message', 'note'], malformed), text: anyText, gaps: v.exactOptional(gaps) },
  malformed,
) satisfies v.GenericSchema<unknown, KeptDraft>
export const answerGuard = quickly(
  v.pipe(
    v.strictObject(
      {
        conversationId,
        ...draftWithFiles,
        answers: v.exactOptional(v.pipe(v.array(entryId, malformed), v.maxLength(limits.answersInserted, malformed))),
        seenSeq: v.exactOptional(seq),
      },
      malformed,
    ),
    v.check((said) => saysSomething(said), no('message-empty')),
  ),
  plainAnswer,
)
/** Each once. */
export const labels = v.pipe(
  v.array(v.pipe(line(workLimits.labelLength), v.nonEmpty(malformed)), malformed),
  v.maxLength(workLimits.labels, malformed),
  v.check((all) => new Set(all).size === all.length, malformed),
)
export const visitorBlockGuard = v.strictObject({ conversationId, until: v.exactOptional(moment) }, malformed)
export const followUpGuard = v.strictObject({ conversationId, at: v.exactOptional(moment) }, malformed)
export const labelsOfGuard = v.strictObject({ conversationId, labels }, malformed)
export const receiptsOfGuard = v.strictObject({ conversationId, ...receipts }, malformed)
export const transferGuard = v.strictObject(
  {
    ...{ conversationId, to: v.union([v.literal('line', malformed), uuid], malformed) },
    skill: v.exactOptional(v.pipe(line(limits.skillLength), v.nonEmpty(malformed))),
    note: v.exactOptional(noteGuard),
  },
  malformed,
)
export const invitationGuard = v.strictObject(
  { conversationId, who: uuid, note: v.exactOptional(noteGuard) },
  malformed,
)
export const mergeGuard = v.strictObject({ conversationId, from: conversationId }, malformed)
export const leavingGuard = v.strictObject({ conversationId, who: v.exactOptional(uuid) }, malformed)
