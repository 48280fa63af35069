import { groupSimilar } from '@deskbell/faq'
import type { EntryId, SearchGroup } from '@deskbell/protocol'
import { dayOf } from '../store/day.ts'
import type { EntryHistory } from '../store/entry-history.ts'
import type { CountedSearch, LearningStore } from '../store/learning-store.ts'
import type { Publication } from './publication.ts'

/** How many groups are worth reading. */
const listed = 200

interface Given {
  learningStore: LearningStore
  publication: Publication
  entryHistory: EntryHistory
}

/**
 * The searches of the last days that nothing or the wrong thing answered, similar ones together, most frequent first. What
 * found nothing leaves once it finds an entry that was published since.
 */
export async function listSearches(
  { learningStore, publication, entryHistory }: Given,
  days: number,
): Promise<SearchGroup[]> {
  const from = Date.now() - (days - 1) * 24 * 3_600_000
  const since = dayOf(from)
  const changed = entryHistory.changedSince(from)
  const groups = [...partsOf(learningStore.searches(since)).values()]
    .flatMap((searches) =>
      groupSimilar(searches, ({ query }) => query, publication.stopsFor(searches[0]?.locale ?? '')),
    )
    .map(toGroup)
    .sort((one, other) => other.count - one.count || other.lastDay.localeCompare(one.lastDay))
  const open: SearchGroup[] = []
  for (const group of groups) {
    if (open.length === listed) break
    const { results, near } = await foundBy(publication, group)
    const isAnswered = results.some((id) => dayOf(changed.get(id) ?? 0) >= group.lastDay)
    if (group.kind === 'nothing-found' && isAnswered) continue
    const nearest = [...results, ...near].find((id) => id !== group.entryId)
    open.push(nearest === undefined ? group : { ...group, near: nearest })
  }
  return open
}

/** Only what is of one kind, one locale and one entry is put together. */
function partsOf(searches: readonly CountedSearch[]): Map<string, CountedSearch[]> {
  const parts = new Map<string, CountedSearch[]>()
  for (const search of searches) {
    const key = [search.kind, search.locale, search.entryId].join()
    parts.set(key, [...(parts.get(key) ?? []), search])
  }
  return parts
}

function toGroup(searches: readonly CountedSearch[]): SearchGroup {
  const [head, ...others] = searches as [CountedSearch, ...CountedSearch[]]
  return {
    ...head,
    alike: others.map(({ query }) => query),
    count: searches.reduce((sum, { count }) => sum + count, 0),
    lastDay:
      searches
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? head.lastDay,
  }
}

async function foundBy(publication: Publication, { locale, query }: SearchGroup) {
  if (query === '') return { results: [], near: [] }
  const search = await publication.searchFor(locale)
  const idsOf = (found: readonly { id: EntryId }[]) => found.map(({ id }) => id)
  return { results: idsOf(search.search(query, 2)), near: idsOf(search.nearest(query, 2)) }
}
