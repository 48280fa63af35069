import { languageOf } from '@deskbell/faq'
import { directionOf } from '@deskbell/locales'
import type { Locale, Markup, PublishedEntry } from '@deskbell/protocol'
import type { LocalFaq } from './local-faq.ts'
import { nameOfLanguage } from './locales.ts'

type Own = Pick<LocalFaq, 'locale' | 'lang' | 't'>

/** `lang` and `dir` of words that are in another locale than what is around them; nothing where they are in the same. */
export function spokenIn(locale: Locale, around: Locale): Record<string, string> {
  return locale === around ? {} : { lang: locale, dir: directionOf(locale) }
}

/** "Only in German", where an entry is not in the language that was asked for. */
export function onlyIn({ locale: asked, lang, t }: Own, locale: Locale): Markup[] {
  if (languageOf(locale) === languageOf(asked)) return []
  return [['span', { class: 'only-in' }, t('results.only', { language: nameOfLanguage(locale, lang) })]]
}

/** The whole address of an entry's page in the locale its words are in: what schema.org data calls the question by. */
export function addressOfEntry({ home }: Pick<LocalFaq, 'home'>, { locale, id }: PublishedEntry): string {
  return `${home}${locale}/${id}/`
}
