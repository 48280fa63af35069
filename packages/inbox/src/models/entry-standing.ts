import { type Entry, isPublished } from '@deskbell/protocol'
import { canonicalEntry } from './entry-form.ts'

/** Whether visitors find it, and whether they read an older version of it than the draft. */
export type Standing = 'published' | 'draft' | 'newer-draft'

export function standingOf(entry: Entry): Standing {
  if (!entry.draft) return 'published'
  return isPublished(entry) ? 'newer-draft' : 'draft'
}

/** What is written on: the draft where there is one. */
export function workOf(entry: Entry): Entry {
  return entry.draft ? { id: entry.id, ...entry.draft } : entry
}

/** The entry with what was written as its draft; without one where that is what visitors read. */
export function withDraft(before: Entry | undefined, { id, ...draft }: Entry): Entry {
  const published = before && withoutDraft(before)
  if (published && canonicalEntry(published) === canonicalEntry({ id, ...draft })) return published
  return { id, translations: {}, ...published, draft }
}

export function withoutDraft({ draft: _draft, ...published }: Entry): Entry {
  return published
}

/** Visitors no longer find it; what they read becomes the draft where there is no newer one. */
export function unpublished(entry: Entry): Entry {
  const { id, ...draft } = workOf(entry)
  return { id, translations: {}, draft }
}
