import words from './faq-words.json' with { type: 'json' }
import { createTranslate, type Translate } from './translate.ts'
import type { FaqKey } from './words.ts'

export type FaqTranslate = Translate<FaqKey>

const byLocale: Readonly<Record<string, typeof words.en>> = words

/** Says what only the pages of the FAQ say, in a locale of `widgetLocales`, English for any other. For the relay alone. */
export function translateFaq(locale: string): FaqTranslate {
  return createTranslate('faq', locale, byLocale[locale] ?? words.en)
}
