import { languageOf } from '@deskbell/faq'
import { chooseLocale, widgetLocales } from '@deskbell/locales'
import { type Entry, type Locale, localeGuard, parse } from '@deskbell/protocol'

/** The locales that any entry has words in, in the order of the entries, each once. */
export function writtenLocales(entries: readonly Pick<Entry, 'translations'>[]): Locale[] {
  const found = new Map<string, Locale>()
  for (const { translations } of entries)
    for (const locale of Object.keys(translations))
      if (!found.has(locale.toLowerCase())) found.set(locale.toLowerCase(), locale)
  return [...found.values()]
}

/**
 * The locale whose pages an address means: the very one where entries are written in it or the widget speaks it, else one
 * of its language. `undefined` where there is none.
 */
export function meantLocale(tag: string, written: readonly Locale[]): Locale | undefined {
  if (!parse(localeGuard, { locale: tag }).ok) return undefined
  const known = [...written, ...widgetLocales]
  return chooseLocale([tag], known, '') || known.find((locale) => languageOf(locale) === languageOf(tag)) || undefined
}

/** `German`, in words of another locale. */
export function nameOfLanguage(locale: Locale, words: Locale): string {
  return new Intl.DisplayNames([words], { type: 'language' }).of(locale) ?? locale
}
