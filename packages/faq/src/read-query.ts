import type { FaqIndex } from './build-index.ts'
import { isKana, termsOf } from './fold.ts'
import type { Vocabulary } from './lexicon.ts'

/** A word of a query as the index sees it. */
export interface QueryWord {
  word: string
  /** Still being typed: its end means nothing yet. */
  isOpen: boolean
  /** Says nothing by itself, and is no part of a phrase that does. */
  isStop: boolean
  /** What it means, as far as some entry speaks of it. */
  concepts: ReadonlySet<number>
}

/** Nobody asks in more. */
const MOST_WORDS = 40
const LONGEST_WORD = 40

/** Reads a query with the vocabularies of the entries and of the page. */
export function readQuery(index: FaqIndex, query: string, vocabularies: readonly Vocabulary[]): QueryWord[] {
  const words = termsOf(query)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
  const isTyping = /[\p{L}\p{N}\p{M}]$/u.test(query)
  const concepts = words.map(() => new Set<number>())
  const inPhrase = new Set<number>()
  for (const { concept, at } of vocabularies.flatMap((vocabulary) => vocabulary.meaningsIn(words))) {
    if (!index.concepts.has(concept)) continue
    for (const place of at) {
      concepts[place]?.add(concept)
      if (at.length > 1) inPhrase.add(place)
    }
  }
  return words.map((word, at) => ({
    word,
    isOpen: isTyping && at === words.length - 1,
    isStop: !inPhrase.has(at) && (isKana(word) || vocabularies.some((vocabulary) => vocabulary.isStop(word))),
    concepts: concepts[at] ?? new Set(),
  }))
}
