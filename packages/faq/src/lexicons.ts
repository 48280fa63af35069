import type { Locale } from '@deskbell/protocol'
import { languageOf } from './fallback.ts'
import type { Lexicon, Lexicons } from './lexicon.ts'

type Load = () => Promise<{ default: Lexicon }>

/** Written out, so that a bundler makes one download of each file. */
const loaders: Readonly<Record<string, Load>> = {
  en: () => import('./lexicons/en.json', { with: { type: 'json' } }),
  de: () => import('./lexicons/de.json', { with: { type: 'json' } }),
  fr: () => import('./lexicons/fr.json', { with: { type: 'json' } }),
  es: () => import('./lexicons/es.json', { with: { type: 'json' } }),
  it: () => import('./lexicons/it.json', { with: { type: 'json' } }),
  pt: () => import('./lexicons/pt.json', { with: { type: 'json' } }),
  nl: () => import('./lexicons/nl.json', { with: { type: 'json' } }),
  pl: () => import('./lexicons/pl.json', { with: { type: 'json' } }),
  cs: () => import('./lexicons/cs.json', { with: { type: 'json' } }),
  sl: () => import('./lexicons/sl.json', { with: { type: 'json' } }),
  ru: () => import('./lexicons/ru.json', { with: { type: 'json' } }),
  uk: () => import('./lexicons/uk.json', { with: { type: 'json' } }),
  tr: () => import('./lexicons/tr.json', { with: { type: 'json' } }),
  ar: () => import('./lexicons/ar.json', { with: { type: 'json' } }),
  ja: () => import('./lexicons/ja.json', { with: { type: 'json' } }),
  zh: () => import('./lexicons/zh.json', { with: { type: 'json' } }),
}

/** The lexicons of the languages of `locales`, by language; those there are none for are left out. Rejects when a download fails. */
export async function loadLexicons(locales: readonly Locale[]): Promise<Lexicons> {
  const languages = [...new Set(locales.map(languageOf))].filter((language) => Object.hasOwn(loaders, language))
  const loaded = await Promise.all(
    languages.map(async (language) => [language, (await loaders[language]?.())?.default]),
  )
  return Object.fromEntries(loaded)
}
