import type { Locale } from '@deskbell/protocol'

const names = new Map<Locale, string>()

/** A language by its own name, as it stands at the start of a line: Deutsch, Français, العربية. A tag nobody knows stays a tag. */
export function languageName(locale: Locale): string {
  const known = names.get(locale)
  if (known !== undefined) return known
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  const words = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  names.set(locale, words)
  return words
}
