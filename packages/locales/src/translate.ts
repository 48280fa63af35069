import { createInstance } from 'i18next'
import type { FaqKey, InboxKey, MailKey, WidgetKey, Words } from './words.ts'

/** What a text is filled with. Numbers are written as the locale writes them; `count` chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>

export type Translate<Key extends string> = (key: Key, values?: Values) => string
export type WidgetTranslate = Translate<WidgetKey>
export type InboxTranslate = Translate<InboxKey>

/**
 * Gives the function that says a key in one locale, ready at once. Each call makes an i18next of its own, so two widgets
 * on a page, or a host page that uses i18next too, never meet. The result is text, not HTML: nothing is escaped, and
 * what a visitor wrote is put in as it is. A key that `words` lacks comes back as the key.
 */
export function createTranslate(face: 'widget', locale: string, words: Words): WidgetTranslate
export function createTranslate(face: 'inbox', locale: string, words: Words): InboxTranslate
export function createTranslate<Key extends MailKey | FaqKey>(
  face: 'mail' | 'faq',
  locale: string,
  words: Words,
): Translate<Key>
export function createTranslate(
  face: 'widget' | 'inbox' | 'mail' | 'faq',
  locale: string,
  words: Words,
): Translate<never> {
  const i18n = createInstance()
  i18n.use(numbersOf(locale)).init({
    lng: locale,
    load: 'currentOnly',
    ns: face,
    resources: { [locale]: { [face]: words } },
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  return (key: string, values: Values = {}) => {
    const { count } = values
    const filled = { replace: values, nest: false }
    return i18n.t(key, typeof count === 'number' ? { ...filled, count } : filled)
  }
}

/** Replaces i18next's own formatter: all that is ever formatted here is a number. */
function numbersOf(locale: string) {
  let numbers: Intl.NumberFormat | undefined
  const write = (value: number) => {
    numbers ??= new Intl.NumberFormat(locale)
    return numbers.format(value)
  }
  return {
    type: 'formatter' as const,
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown) => (typeof value === 'number' ? write(value) : value) as string,
  }
}
