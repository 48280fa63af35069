import type { ComponentChildren } from 'preact'
import { LanguageContext } from '../../src/language-context.ts'
import { type Language, LanguageModel } from '../../src/models/language.ts'
import { t } from './english.ts'
import { memoryKeep } from './memory-keep.ts'

/** What an inbox speaks that somebody has opened in English. */
export function englishSpoken(): Language {
  const language = new LanguageModel(memoryKeep())
  language.spoken.value = { locale: 'en', t }
  return language
}

/** Around a view that stands alone in a test. */
export function InEnglish({ children }: { children: ComponentChildren }) {
  return <LanguageContext.Provider value={englishSpoken()}>{children}</LanguageContext.Provider>
}
