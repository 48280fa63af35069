import { type EntryId, type Locale, limits, type SearchReply } from '@deskbell/protocol'
import type { Publication } from './publication.ts'

/** As a page does it with entries of its own: see AnswersModel of the widget. */
export async function find(publication: Publication, locale: Locale, query: string): Promise<SearchReply> {
  const index = await publication.searchFor(locale)
  const all = publication.allFor(locale)
  const found = (results: readonly { id: EntryId }[]) =>
    results.flatMap(({ id }) => all.find((entry) => entry.id === id) ?? [])
  const results = found(index.search(query, limits.resultsListed))
  return { results, near: results.length > 0 ? [] : found(index.nearest(query, limits.nearListed)) }
}
