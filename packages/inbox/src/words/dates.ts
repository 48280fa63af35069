const writers = new Map<string, Intl.DateTimeFormat>()

/** A moment (ms since 1970) in such parts. What writes it is made once: that takes longer than writing a list of times. */
export function written(at: number, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const tag = regional(locale)
  const key = `${tag} ${JSON.stringify(parts)}`
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(tag, parts)
  writers.set(key, writer)
  return writer.format(at)
}

export function shortDate(at: number, locale: string): string {
  return written(at, locale, { day: 'numeric', month: 'short' })
}

export function longDate(at: number, locale: string): string {
  return written(at, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** The browser's own way to write times, where it speaks the page's language: en-GB for en. */
export function regional(locale: string): string {
  const language = (tag: string) => tag.split('-', 1)[0]
  return navigator.languages.find((tag) => language(tag) === language(locale) && isTag(tag)) ?? locale
}

/** Some browsers tell their system's name for a language, such as `en-US@posix`. */
function isTag(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length > 0
  } catch {
    // Not a language tag: dates can't be written in it.
    return false
  }
}
