// Translates names between the search benchmark and the package; what is measured is the code that ships.
import { createSearch, loadLexicons } from '../dist/index.js'

export const name = 'deskbell'

// The step at which the relay publishes entries with how they sound; the relay runs this file in a thread.
const { readEntries } = await import(new URL('../../relay/read-aloud.mjs', import.meta.url))

export async function createFaqSearch(entries, { locale, fallbackLocales = [] }) {
  const locales = [locale, ...fallbackLocales]
  const searchable = (await Promise.all(locales.map((tag) => publish(entries, tag)))).flat()
  return createSearch(searchable, { locale, lexicons: await loadLexicons(locales) })
}

function publish(entries, locale) {
  const written = entries.filter(({ translations }) => translations[locale])
  const published = written.map(({ id, translations }) => {
    const { question, answer = '', keywords = [], wordings = [] } = translations[locale]
    return { id, locale, question, answer, keywords: [...keywords, ...wordings] }
  })
  return readEntries(locale, published)
}
