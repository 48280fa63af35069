import { chooseLocale, widgetLocales } from '@deskbell/locales'
import type { Locale, PublishedEntry } from '@deskbell/protocol'

/**
 * An entry's question and the address of its public page, in the visitor's language; where this relay has no pages in that,
 * in the language the entry is in.
 */
export function entryLink({ id, locale, question }: PublishedEntry, visitors: Locale): string {
  const isTheirs = languageOf(locale) === languageOf(visitors)
  const pages = isTheirs ? locale : chooseLocale([visitors], widgetLocales, locale)
  return `${question}\n${new URL(`../faq/${pages}/${encodeURIComponent(id)}/`, location.href)}`
}

function languageOf(locale: Locale): string | undefined {
  return locale.split('-', 1)[0]?.toLowerCase()
}
