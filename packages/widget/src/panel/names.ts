import type { Locale } from '@deskbell/protocol'

/** "Anna or Boris", "Anna, Boris and Mara" as the locale joins them. */
export function joinNames(names: readonly string[], locale: Locale, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(names)
}
