import type { EntryId, PublishedEntry } from '@deskbell/protocol'

/** As many as home shows at most, and of one category. */
const first = 8
const ofCategory = 3
const atMost = 100
/** As many as home shows of those that are not of the page it is on. */
const mostReadListed = 5

/** Those that home puts first, most read first; of two that were read as often, the first in the owner's order. */
export function mostRead(entries: readonly PublishedEntry[], reads: ReadonlyMap<EntryId, number>): EntryId[] {
  const countOf = (id: EntryId) => reads.get(id) ?? 0
  const most: EntryId[] = []
  for (const { id } of entries) {
    const count = countOf(id)
    if (count === 0) continue
    const place = most.findIndex((other) => countOf(other) < count)
    most.splice(place < 0 ? most.length : place, 0, id)
    most.length = Math.min(most.length, mostReadListed)
  }
  return most
}

/** Of too many entries for a page those that home shows, whatever page it is on, in the owner's order. */
export function homeEntries(entries: readonly PublishedEntry[], most: readonly EntryId[]): PublishedEntry[] {
  const counts = new Map<string, number>()
  const shown = entries.filter(({ category = '' }, at) => {
    const key = category.toLowerCase()
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return at < first || (key !== '' && count <= ofCategory)
  })
  const ids = new Set([...shown.slice(0, atMost).map(({ id }) => id), ...most])
  return entries.filter(({ id }) => ids.has(id))
}
