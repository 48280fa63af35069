import type { Locale } from './entries.ts'
import type { RichText } from './rich-text.ts'

/**
 * What the owner may say in words of their own, and how long each may be: the button's name, the head of home, what stands
 * above the field for a message, what is said while nobody is there, what is to be known before sending (Markdown).
 */
export const ownTextLengths = {
  label: 24,
  greeting: 120,
  question: 160,
  away: 600,
  consent: 1_000,
} as const

export type OwnText = keyof typeof ownTextLengths

export type OwnTexts = Readonly<Partial<Record<OwnText, string>>>

export interface LocalWords extends OwnTexts {
  /** What topics are called, by their ids. */
  topics?: Readonly<Record<string, string>>
}

export type OwnWords = Readonly<Record<Locale, LocalWords>>

/** `PUT /api/words` (owner only). */
export interface OwnWordsGiven {
  words: OwnWords
}

export interface NamedTopic {
  id: string
  name: string
}

/** What `GET` and `PUT /api/words` answer, with all topics as they are called where a language has no name for them. */
export interface OwnWordsReply extends OwnWordsGiven {
  topics: readonly NamedTopic[]
}

/** The owner's words as a visitor gets them, in the visitor's language: where one is missing, the widget has its own. */
export interface SiteTexts {
  label?: string
  greeting?: string
  question?: string
  /** These in the site's language, where there are none in the visitor's: they stand beside what the widget says. */
  foreignGreeting?: { locale: Locale; text: string }
  foreignQuestion?: { locale: Locale; text: string }
  /** These two the widget has none of its own for: in the site's language where there are none in the visitor's. */
  away?: { locale: Locale; text: string }
  consent?: { locale: Locale; text: RichText }
}
