// Translates names between the search benchmark and the package; what is measured is the code that ships.
import { createSearch } from '../dist/index.js'

export const name = 'deskbell'

export function createFaqSearch(entries, { locale, fallbackLocales = [] }) {
  const searchable = [locale, ...fallbackLocales].flatMap((tag) =>
    entries.flatMap(({ id, translations }) => {
      const words = translations[tag]
      if (!words) return []
      const keywords = [...(words.keywords ?? []), ...(words.wordings ?? [])]
      return [{ id, locale: tag, question: words.question, answer: words.answer ?? '', keywords }]
    }),
  )
  return createSearch(searchable, { locale })
}
