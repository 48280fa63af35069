import { type PublishedEntry, plainText } from '@deskbell/protocol'
import type { SearchableEntry } from './search.ts'

/** A published entry as the search takes it: the same on the page and on the relay, so that both find the same. */
export function searchableOf({ answer, keywords, wordings = [], ...entry }: PublishedEntry): SearchableEntry {
  return { ...entry, answer: plainText(answer), keywords: [...keywords, ...wordings] }
}
