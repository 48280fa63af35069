import type { FaqIndex } from './build-index.ts'
import { numberOf } from './feature-lists.ts'
import { isDense, isKana, termsOf } from './fold.ts'
import { wholeOf } from './grams.ts'
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
const SHORTEST_MENDED = 7

/** Reads a query with the vocabularies of the entries and of the page. */
export function readQuery(index: FaqIndex, query: string, vocabularies: readonly Vocabulary[]): QueryWord[] {
  const words = termsOf(query)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))
  const isTyping = /[\p{L}\p{N}\p{M}]$/u.test(query)
  const concepts = words.map(() => new Set<number>())
  const inPhrase = new Set<number>()
  for (const { concept, at } of vocabularies.flatMap((vocabulary) =>
    vocabulary.meaningsIn(mended(words, vocabulary, index)),
  )) {
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

/** Words that nobody knows as the vocabulary would know them, had the finger not slipped. */
function mended(words: readonly string[], vocabulary: Vocabulary, index: FaqIndex): string[] {
  const isKnown = (word: string) => vocabulary.meaningsIn([word]).length > 0
  return words.map((word) => {
    const isSure = word.length < SHORTEST_MENDED || isDense(word) || numberOf(index.lists, wholeOf(word)) !== undefined
    return isSure || isKnown(word) ? word : (withoutSlip(word).find(isKnown) ?? word)
  })
}

/** The word without the second of two equal letters, and with two neighbours swapped, at each place. */
function withoutSlip(word: string): string[] {
  return Array.from(word.slice(1), (letter, at) => {
    const before = word[at] ?? ''
    return word.slice(0, at) + (before === letter ? letter : letter + before) + word.slice(at + 2)
  })
}
