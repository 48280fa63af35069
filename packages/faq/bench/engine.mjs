// Translates names between the search benchmark and the package; what is measured is the code that ships.
import { createSearch, loadLexicons } from '../dist/index.js'

export const name = 'deskbell'

export async function createFaqSearch(entries, { locale, fallbackLocales = [] }) {
  const locales = [locale, ...fallbackLocales]
  const searchable = locales.flatMap((tag) =>
    entries.flatMap(({ id, translations }) => {
      const words = translations[tag]
      if (!words) return []
      const keywords = [...(words.keywords ?? []), ...(words.wordings ?? [])]
      return [{ id, locale: tag, question: words.question, answer: words.answer ?? '', keywords }]
    }),
  )
  return createSearch(searchable, { locale, lexicons: await loadLexicons(locales) })
}
