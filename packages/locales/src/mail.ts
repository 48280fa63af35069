import words from './mail-words.json' with { type: 'json' }
import { createTranslate, type Translate } from './translate.ts'
import type { MailKey } from './words.ts'

export type MailTranslate = Translate<MailKey>

const byLocale: Readonly<Record<string, typeof words.en>> = words

/** The locales that mails can be written in. */
export const mailLocales: readonly string[] = Object.keys(words)

/** Says what stands in a mail, in a locale of `mailLocales`, English for any other. For the relay alone. */
export function translateMail(locale: string): MailTranslate {
  return createTranslate('mail', locale, byLocale[locale] ?? words.en)
}
