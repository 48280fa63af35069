import * as v from 'valibot'
import { cleanLine, cleanText } from './clean.ts'
import type { Entry } from './entries.ts'
import { email, entryId, labels, locale, name, topic } from './guards.ts'
import type {
  Contact,
  DisabledChange,
  EntriesOrder,
  Feedback,
  Join,
  LocaleChange,
  NewPassword,
  OperatorChange,
  PasswordChange,
  RoleChange,
  Settings,
  SetUp,
  ShownChange,
  SignIn,
} from './http.ts'
import { limits } from './limits.ts'
import type { Refusal } from './refusals.ts'

const no = (refusal: Refusal): Refusal => refusal
const malformed = no('malformed')

const shortLine = (length: number) =>
  v.pipe(v.string(malformed), v.transform(cleanLine), v.maxLength(length, malformed))
const filledLine = (length: number) => v.pipe(shortLine(length), v.nonEmpty(malformed))
const filledName = v.pipe(name, v.nonEmpty(malformed))
const password = v.pipe(
  v.string(malformed),
  v.minLength(limits.passwordMinimum, no('password-too-short')),
  v.maxLength(limits.passwordLength, malformed),
)

/** `POST …/files?name=`: what its sender calls a file; the relay makes a name of it that is good everywhere. */
export const uploadGuard = v.strictObject({ name: v.pipe(v.string(malformed), v.maxLength(300, malformed)) }, malformed)

/** `https://shop.example`: scheme, host and port, compared whole. */
export const originGuard = v.pipe(
  v.string(no('origin-invalid')),
  v.trim(),
  v.check(isOrigin, no('origin-invalid')),
  v.transform((given) => new URL(given).origin),
)

function isOrigin(given: string): boolean {
  try {
    const url = new URL(given)
    return ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  } catch {
    // Not an address at all: not an origin.
    return false
  }
}

const origins = v.pipe(v.array(originGuard, malformed), v.maxLength(50, malformed))
const role = shortLine(limits.roleLength)

/** What may be right, of whatever length the rule was then. */
const knownPassword = v.pipe(v.string(malformed), v.maxLength(limits.passwordLength, malformed))

export const signInGuard = v.strictObject(
  { email: shortLine(limits.emailLength), password: knownPassword },
  malformed,
) satisfies v.GenericSchema<unknown, SignIn>

const token = v.pipe(v.string(malformed), v.maxLength(limits.titleLength, malformed))
const account = { token, name: filledName, role: v.exactOptional(role), email, password }

export const joinGuard = v.strictObject(account, malformed) satisfies v.GenericSchema<unknown, Join>
export const setUpGuard = v.strictObject(
  { ...account, siteName: filledName, locale, origins },
  malformed,
) satisfies v.GenericSchema<unknown, SetUp>

export const tokenGuard = v.strictObject({ token }, malformed)
export const newPasswordGuard = v.strictObject({ token, password }, malformed) satisfies v.GenericSchema<
  unknown,
  NewPassword
>
export const passwordChangeGuard = v.strictObject(
  { current: knownPassword, password },
  malformed,
) satisfies v.GenericSchema<unknown, PasswordChange>
export const localeChangeGuard = v.strictObject({ locale }, malformed) satisfies v.GenericSchema<unknown, LocaleChange>
export const roleChangeGuard = v.strictObject({ isOwner: v.boolean(malformed) }, malformed) satisfies v.GenericSchema<
  unknown,
  RoleChange
>

export const disabledChangeGuard = v.strictObject(
  { isDisabled: v.boolean(malformed) },
  malformed,
) satisfies v.GenericSchema<unknown, DisabledChange>
export const shownChangeGuard = v.strictObject(
  { name: filledName, role: v.exactOptional(role) },
  malformed,
) satisfies v.GenericSchema<unknown, ShownChange>

const contact = v.strictObject(
  {
    email: v.exactOptional(email),
    phone: v.exactOptional(shortLine(40)),
    address: v.exactOptional(shortLine(limits.titleLength)),
  },
  malformed,
) satisfies v.GenericSchema<unknown, Contact>

const whole = (least: number, most: number) =>
  v.pipe(v.number(malformed), v.integer(malformed), v.minValue(least, malformed), v.maxValue(most, malformed))

const skill = filledLine(limits.skillLength)

const topics = v.pipe(
  v.array(
    v.strictObject({ id: filledLine(limits.titleLength), name: filledName, skill: v.exactOptional(skill) }, malformed),
    malformed,
  ),
  v.maxLength(limits.topics, malformed),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, malformed),
)

const wish = v.picklist(['optional', 'required'], malformed)

export const settingsGuard = v.strictObject(
  {
    siteName: filledName,
    locale,
    locales: v.pipe(v.array(locale, malformed), v.maxLength(limits.siteLanguages, malformed)),
    origins,
    contact,
    accent: v.pipe(v.string(malformed), v.regex(/^#[0-9a-f]{6}$/i, malformed)),
    position: v.picklist(['start', 'end'], malformed),
    launcher: v.picklist(['icon', 'text'], malformed),
    radius: whole(0, limits.radius),
    distance: v.strictObject(
      { side: v.exactOptional(whole(0, limits.distance)), bottom: v.exactOptional(whole(0, limits.distance)) },
      malformed,
    ),
    hasAvatars: v.boolean(malformed),
    theme: v.picklist(['auto', 'light', 'dark'], malformed),
    routing: v.picklist(['automatic', 'by-hand'], malformed),
    openWithinSeconds: whole(limits.openWithinMinimum, limits.openWithinSeconds),
    line: v.strictObject(
      {
        maximumLength: v.exactOptional(whole(1, limits.lineLength)),
        maximumWaitMinutes: whole(1, limits.waitMinutes),
      },
      malformed,
    ),
    asksFor: v.strictObject({ name: v.exactOptional(wish), email: v.exactOptional(wish) }, malformed),
    topics,
    labels,
  },
  malformed,
) satisfies v.GenericSchema<unknown, Settings>

export const operatorChangeGuard = v.strictObject(
  {
    capacity: whole(1, limits.capacity),
    languages: v.pipe(v.array(locale, malformed), v.maxLength(limits.languagesSpoken, malformed)),
    skills: v.pipe(v.array(skill, malformed), v.maxLength(limits.skills, malformed)),
    rank: whole(-limits.rank, limits.rank),
  },
  malformed,
) satisfies v.GenericSchema<unknown, OperatorChange>

const query = filledLine(limits.queryLength)

export const feedbackGuard = v.variant(
  'kind',
  [
    v.strictObject(
      { kind: v.literal('helped'), entryId, locale, helped: v.boolean(malformed), query: v.exactOptional(query) },
      malformed,
    ),
    v.strictObject({ kind: v.literal('nothing-found'), query, locale }, malformed),
    v.strictObject({ kind: v.literal('read'), entryId, locale }, malformed),
  ],
  malformed,
) satisfies v.GenericSchema<unknown, Feedback>

export const searchGuard = v.strictObject({ locale, q: query }, malformed)
export const entryAskGuard = v.strictObject({ locale, id: entryId }, malformed)
export const localeGuard = v.strictObject({ locale }, malformed)
export const deskGuard = v.strictObject({ locale, topic: v.exactOptional(topic) }, malformed)
const blockLimit = v.pipe(
  v.string(malformed),
  v.regex(/^\d{1,3}$/, malformed),
  v.transform(Number),
  whole(1, limits.blockEntries),
)
/** As addresses have it: the number comes as digits. */
export const blockGuard = v.strictObject(
  { locale, topic: v.exactOptional(topic), limit: v.exactOptional(blockLimit) },
  malformed,
)

const translation = v.strictObject(
  {
    question: filledLine(limits.titleLength * 2),
    answer: v.pipe(v.string(malformed), v.maxLength(limits.answerLength, malformed), v.transform(cleanText)),
    keywords: v.exactOptional(v.pipe(v.array(shortLine(limits.titleLength), malformed), v.maxLength(50, malformed))),
  },
  malformed,
)

const category = v.exactOptional(shortLine(limits.titleLength))
const translations = v.record(locale, translation, malformed)
const filledTranslations = v.pipe(
  translations,
  v.check((given) => Object.keys(given).length > 0, malformed),
)

export const entryGuard = v.pipe(
  v.strictObject(
    {
      id: entryId,
      category,
      translations,
      draft: v.exactOptional(v.strictObject({ category, translations: filledTranslations }, malformed)),
    },
    malformed,
  ),
  v.forward(
    v.check((entry) => Object.keys(entry.translations).length > 0 || entry.draft !== undefined, malformed),
    ['translations'],
  ),
) satisfies v.GenericSchema<unknown, Entry>

export const entriesGuard = v.pipe(
  v.array(entryGuard, no('entries-invalid')),
  v.maxLength(limits.entriesImported, no('entries-invalid')),
)

export const entriesOrderGuard = v.strictObject(
  {
    ids: v.array(entryId, malformed),
    placed: v.array(v.strictObject({ id: entryId, category: shortLine(limits.titleLength) }, malformed), malformed),
  },
  malformed,
) satisfies v.GenericSchema<unknown, EntriesOrder>

/** As addresses have it: the number comes as digits. */
export const entryChangesGuard = v.strictObject(
  { before: v.exactOptional(v.pipe(v.string(malformed), v.regex(/^\d{1,15}$/, malformed), v.transform(Number))) },
  malformed,
)
