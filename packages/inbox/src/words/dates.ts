export function shortDate(at: number, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), { day: 'numeric', month: 'short' }).format(at)
}

export function longDate(at: number, locale: string): string {
  return new Intl.DateTimeFormat(regional(locale), { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
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
