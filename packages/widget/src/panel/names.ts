import type { WidgetTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'

/**
 * "Anna or Boris", "Anna, Boris, and Mara" as the locale joins them. From its words, because the first `Intl.ListFormat` of a
 * page holds it up for 30 ms; Spanish needs it, where "y" and "o" change with the sound of the next name.
 */
export function joinNames(
  { t, locale }: { t: WidgetTranslate; locale: Locale },
  names: readonly string[],
  by: 'and' | 'or',
): string {
  if (names.length < 2) return names.join('')
  if (/^es\b/.test(locale))
    return new Intl.ListFormat(locale, { type: by === 'and' ? 'conjunction' : 'disjunction' }).format(names)
  return names.reduce((before, last, at) => {
    const place = at < names.length - 1 ? 'between' : at > 1 ? 'last' : 'two'
    return t(`names.${by}.${place}`, { names: before, last })
  })
}
