import { translationOf } from '@deskbell/faq'
import type { Entry, Locale, PublishedEntry, RichText, Wording } from '@deskbell/protocol'
import { parseMarkdown } from './markdown.ts'

/** Turns entries as they are written into entries as they are published. */
export interface Publisher {
  /** In the first locale of the chain that it has words in; nothing where it has none. */
  publish(entry: Entry, chain: readonly Locale[]): PublishedEntry[]
  /** Something has changed: answers are parsed and wordings are read anew. */
  forget(): void
}

/** So many of an entry's wordings are published in one locale: more teach the search little. */
const wordingsPublished = 100

/** `wordings`: those in use, most frequent first. */
export function createPublisher(wordings: () => readonly Wording[]): Publisher {
  const answers = new Map<string, RichText>()
  let learned: ReadonlyMap<string, readonly string[]> | undefined

  function parsed(markdown: string): RichText {
    const known = answers.get(markdown) ?? parseMarkdown(markdown)
    answers.set(markdown, known)
    return known
  }

  return {
    publish({ id, category, translations }, chain) {
      const found = translationOf({ id, translations }, chain)
      if (!found) return []
      const { locale, translation } = found
      const { question, answer, keywords = [] } = translation
      learned ??= byEntry(wordings())
      const called = learned.get(keyOf(id, locale))?.slice(0, wordingsPublished)
      const more = { ...(category !== undefined && { category }), ...(called && { wordings: called }) }
      return [{ id, locale, question, answer: parsed(answer), keywords, ...more }]
    },
    forget() {
      answers.clear()
      learned = undefined
    },
  }
}

const keyOf = (id: string, locale: Locale) => `${id} ${locale}`

function byEntry(wordings: readonly Wording[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { entryId, locale, wording } of wordings) {
    const key = keyOf(entryId, locale)
    found.set(key, [...(found.get(key) ?? []), wording])
  }
  return found
}
