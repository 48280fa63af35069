import { groupSimilar } from '@deskbell/faq'
import type { EntryId, SearchGroup } from '@deskbell/protocol'
import { dayOf } from '../store/day.ts'
import type { CountedSearch, LearningStore } from '../store/learning-store.ts'
import type { Publication } from './publication.ts'

/** How many groups are worth reading. */
const listed = 200

/** The searches of the last days that nothing or the wrong thing answered, similar ones together, most frequent first. */
export async function listSearches(
  { learningStore, publication }: { learningStore: LearningStore; publication: Publication },
  days: number,
): Promise<SearchGroup[]> {
  const since = dayOf(Date.now() - (days - 1) * 24 * 3_600_000)
  const groups = [...partsOf(learningStore.searches(since)).values()]
    .flatMap((searches) =>
      groupSimilar(searches, ({ query }) => query, publication.stopsFor(searches[0]?.locale ?? '')),
    )
    .map(toGroup)
    .sort((one, other) => other.count - one.count || other.lastDay.localeCompare(one.lastDay))
  const withNear: SearchGroup[] = []
  for (const group of groups.slice(0, listed)) withNear.push({ ...group, ...(await nearOf(publication, group)) })
  return withNear
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

async function nearOf(publication: Publication, { locale, query, entryId }: SearchGroup): Promise<{ near?: EntryId }> {
  if (query === '') return {}
  const search = await publication.searchFor(locale)
  const found = [...search.search(query, 2), ...search.nearest(query, 2)]
  const near = found.find(({ id }) => id !== entryId)?.id
  return near === undefined ? {} : { near }
}
