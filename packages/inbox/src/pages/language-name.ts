import type { Locale } from '@deskbell/protocol'

/** A language by its own name, as it stands at the start of a line: Deutsch, Français, العربية. A tag nobody knows stays a tag. */
export function languageName(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
