import type { PublishedEntry } from '@deskbell/protocol'

/** As many as home shows at most, and of one category. */
const first = 8
const ofCategory = 3
const atMost = 100

/** Of too many entries for a page those that home shows, whatever page it is on, in the owner's order. */
export function homeEntries(entries: readonly PublishedEntry[]): PublishedEntry[] {
  const counts = new Map<string, number>()
  const shown = entries.filter(({ category = '' }, at) => {
    const key = category.toLowerCase()
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return at < first || (key !== '' && count <= ofCategory)
  })
  return shown.slice(0, atMost)
}
