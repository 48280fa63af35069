import type { RichText } from './rich-text.ts'

/** A language tag such as `pt-BR`. */
export type Locale = string
export type EntryId = string

/** One locale's words of an entry, as the owner writes them; the answer in Markdown. */
export interface Translation {
  question: string
  answer: string
  keywords?: string[]
}

export interface EntryContent {
  category?: string
  translations: Record<Locale, Translation>
}

/** One FAQ question with its answer, in one or more locales. Without `translations` visitors don't find it. */
export interface Entry extends EntryContent {
  id: EntryId
  /** What the team has written and not published yet. */
  draft?: EntryContent
}

/** An entry as the widget gets it: one locale, the answer as a tree. */
export interface PublishedEntry {
  id: EntryId
  category?: string
  /** The locale these words are in; another than asked for when the entry is not translated. */
  locale: Locale
  question: string
  answer: RichText
  keywords: readonly string[]
  /** What visitors called it who were helped by it; in the words of that locale, most frequent first. */
  wordings?: readonly string[]
  /** How question and keywords sound, in Latin letters, where their script does not say: Japanese and Chinese. */
  readings?: readonly string[]
}
