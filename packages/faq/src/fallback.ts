import type { Entry, Locale, Translation } from '@deskbell/protocol'

/** The language of a tag, in lower case: `pt` of `pt-BR`. */
export function languageOf(locale: Locale): string {
  return locale.toLowerCase().split(/[-_]/, 1)[0] ?? ''
}

/**
 * The locales to try, in order: the very tag asked for, its language (bare tag first, then other regions), the site's
 * default and its language, then any other there is. Each once, spelled as in `available`; capitals make no difference.
 */
export function localeChain(asked: Locale, siteDefault: Locale, available: readonly Locale[]): Locale[] {
  const chain = new Map<string, Locale>()
  const add = (locales: readonly Locale[]) => {
    for (const locale of locales) if (!chain.has(locale.toLowerCase())) chain.set(locale.toLowerCase(), locale)
  }
  for (const wanted of [asked, siteDefault]) {
    const exact = wanted.toLowerCase()
    const language = languageOf(wanted)
    add(available.filter((locale) => locale.toLowerCase() === exact))
    add(available.filter((locale) => locale.toLowerCase() === language))
    add(available.filter((locale) => languageOf(locale) === language))
  }
  add(available)
  return [...chain.values()]
}

/** An entry's words in the first locale of the chain it has, with that locale; `undefined` if it has none of them. */
export function translationOf(
  entry: Entry,
  chain: readonly Locale[],
): { locale: Locale; translation: Translation } | undefined {
  const own = new Map(Object.keys(entry.translations).map((locale) => [locale.toLowerCase(), locale]))
  for (const wanted of chain) {
    const locale = own.get(wanted.toLowerCase())
    const translation = locale === undefined ? undefined : entry.translations[locale]
    if (locale !== undefined && translation) return { locale, translation }
  }
  return undefined
}
