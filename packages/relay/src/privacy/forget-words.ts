import type { NewItem } from '@deskbell/desk'
import { foldedWording, wordingOf } from '@deskbell/faq'
import type { StoredConversation } from '../store/head-rows.ts'
import type { LearningStore } from '../store/learning-store.ts'

/**
 * Takes a visitor's words out of what is being learned: their searches, counted without their name, and the wordings that
 * too few have used to be learned. What several people called an entry is nobody's any more and stays.
 */
export function forgetWords(
  learning: Pick<LearningStore, 'removeSearches' | 'askedWordings' | 'forgetWording'>,
  { conversation, card, first }: StoredConversation & { first: NewItem | undefined },
): void {
  const { locale } = conversation
  const searched = card.before.searches.map(({ query }) => query)
  for (const search of searched) {
    const query = wordingOf(search, { locale })
    if (query) learning.removeSearches({ locale, query })
  }
  const texts = [...searched, ...(first?.kind === 'message' ? [first.text] : [])]
  // What is left of a text once names are taken out depends on the entries of that day: any part of it counts.
  const words = new Set(texts.flatMap((text) => foldedWording(text).split(' ')))
  for (const wording of learning.askedWordings())
    if (wording.split(' ').every((word) => words.has(word))) learning.forgetWording(wording)
}
