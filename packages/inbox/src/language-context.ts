import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from './models/language.ts'

/** What the inbox speaks, for the places where another language is chosen. */
export const LanguageContext = createContext<Language | undefined>(undefined)

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('A choice of language stands outside its context')
  return language
}
