import type { Entry, EntryContent } from './entries.ts'

/** Whether visitors find it. */
export function isPublished({ translations }: Entry): boolean {
  return Object.keys(translations).length > 0
}

/** What visitors read; of an entry they don't find what its draft says. */
export function contentOf(entry: Entry): EntryContent {
  return entry.draft && !isPublished(entry) ? entry.draft : entry
}

/** The entry in another category, or in none (`''`), and its draft too: the same text on both sides of the wire. */
export function withCategory(entry: Entry, category: string): Entry {
  const { id, translations, draft } = entry
  const own = isPublished(entry) ? category : ''
  return { id, ...inCategory({ translations }, own), ...(draft && { draft: inCategory(draft, category) }) }
}

function inCategory({ translations }: EntryContent, category: string): EntryContent {
  return { ...(category && { category }), translations }
}
