const writers = new Map<string, Intl.DateTimeFormat>()

/** A moment (ms since 1970) in such parts. What writes it is made once: that takes longer than writing a list of times. */
export function written(at: number, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const tag = regional(locale)
  const key = `${tag} ${JSON.stringify(parts)}`
  const writer = writers.get(key) ?? new Intl.DateTimeFormat(tag, parts.hour ? { ...parts, hour: hourIn(tag) } : parts)
  writers.set(key, writer)
  return writer.format(at)
}

/** 09:00 or 9:00, as the language has it for a time alone: beside a date, and beside a weekday, Intl may take the other. */
function hourIn(tag: string): 'numeric' | '2-digit' {
  const nine = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(9 * 3_600_000)
  return nine.find(({ type }) => type === 'hour')?.value.length === 2 ? '2-digit' : 'numeric'
}

export function shortDate(at: number, locale: string): string {
  return written(at, locale, { day: 'numeric', month: 'short' })
}

export function longDate(at: number, locale: string): string {
  return written(at, locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

const regions = new WeakMap<readonly string[], Map<string, string>>()

/** The browser's own way to write times, where it speaks the page's language: en-GB for en. Looked up once, as each time on screen asks. */
export function regional(locale: string): string {
  const { languages } = navigator
  const known = regions.get(languages) ?? new Map<string, string>()
  regions.set(languages, known)
  const region = known.get(locale) ?? regionIn(languages, locale)
  known.set(locale, region)
  return region
}

function regionIn(languages: readonly string[], locale: string): string {
  const language = (tag: string) => tag.split('-', 1)[0]
  return languages.find((tag) => language(tag) === language(locale) && isTag(tag)) ?? locale
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
