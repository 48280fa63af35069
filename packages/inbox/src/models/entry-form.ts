import type { Entry, EntryContent, Locale, Translation } from '@deskbell/protocol'

const blank: Translation = { question: '', answer: '' }

/** The words of a locale as they stand in the form; blank ones where there are none. */
export function wordsIn({ translations }: EntryContent, locale: Locale): Translation {
  return Object.hasOwn(translations, locale) ? (translations[locale] ?? blank) : blank
}

/** Nothing is written in it: such a language is not sent. */
export function isBlank({ question, answer, keywords = [] }: Translation): boolean {
  return question.trim() === '' && answer.trim() === '' && keywords.length === 0
}

export function withWords<T extends EntryContent>(content: T, locale: Locale, words: Translation): T {
  return { ...content, translations: { ...content.translations, [locale]: words } }
}

/** The entry with one more keyword in a locale, and its draft too. */
export function withKeyword({ draft, ...published }: Entry, locale: Locale, keyword: string): Entry {
  const add = <T extends EntryContent>(content: T): T => {
    if (!Object.hasOwn(content.translations, locale)) return content
    const words = wordsIn(content, locale)
    const keywords = [...(words.keywords ?? []), keyword]
    return withWords(content, locale, { ...words, keywords })
  }
  return { ...add(published), ...(draft && { draft: add(draft) }) }
}

/** The locales an entry has words in. */
export function writtenLocales({ translations }: EntryContent): Locale[] {
  return Object.keys(translations).filter((locale) => !isBlank(translations[locale] ?? blank))
}

/** The entry without what is empty, as it travels. */
export function entryToSend(entry: Entry): Entry {
  const category = entry.category?.trim()
  const written = writtenLocales(entry).map((locale) => [locale, trimmed(wordsIn(entry, locale))] as const)
  return { id: entry.id, ...(category && { category }), translations: Object.fromEntries(written) }
}

function trimmed({ question, answer, keywords = [] }: Translation): Translation {
  const filled = keywords.map((keyword) => keyword.trim()).filter(Boolean)
  return { question: question.trim(), answer: answer.trim(), ...(filled.length > 0 && { keywords: filled }) }
}

/** A text that is the same for two entries with the same words, whatever order their languages came in. */
export function canonicalEntry(entry: Entry | undefined): string {
  return entry
    ? JSON.stringify([...partsOf(entry), ...(entry.draft ? [partsOf({ ...entry, ...entry.draft })] : [])])
    : ''
}

function partsOf(entry: Entry): readonly unknown[] {
  const { category = '', translations } = entryToSend(entry)
  const locales = Object.keys(translations).toSorted()
  const words = locales.map((locale) => [
    locale,
    translations[locale]?.question,
    translations[locale]?.answer,
    translations[locale]?.keywords ?? [],
  ])
  return [category, words]
}
