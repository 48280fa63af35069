import { snippetOf } from '@deskbell/faq'
import type { Locale, Markup } from '@deskbell/protocol'
import type { LocalFaq } from './local-faq.ts'

/** About what a search engine shows below a title. */
const descriptionLength = 160

/** A page that search engines keep: what it says, its one address, and its addresses in other languages. */
export function keptPage(faq: LocalFaq, path: string, { says, main, locales }: Kept): Markup[] {
  const address = (locale: Locale) => `${faq.home}${locale}/${path}`
  const alternate = (hreflang: string, href: string): Markup => ['link', { rel: 'alternate', hreflang, href }]
  const first = locales.includes(faq.settings.locale) ? faq.settings.locale : locales[0]
  return [
    ['meta', { name: 'description', content: snippetOf(says.trim(), '', descriptionLength) }],
    ['link', { rel: 'canonical', href: address(main) }],
    ...locales.map((locale) => alternate(locale, address(locale))),
    ...(first ? [alternate('x-default', path === '' ? faq.home : address(first))] : []),
  ]
}

interface Kept {
  says: string
  /** The locale of the page that counts: another where this one only repeats its words. */
  main: Locale
  /** Those the page has words in. */
  locales: readonly Locale[]
}

/** A page for people alone. */
export const notKept: Markup = ['meta', { name: 'robots', content: 'noindex' }]
