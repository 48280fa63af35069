import type { Entry } from '@deskbell/protocol'
import { canonicalEntry } from '../entry-form.ts'

/** What an import would do. What the file does not name stays: entries, languages, keywords. */
export interface ImportPlan {
  added: readonly Entry[]
  changed: readonly { before: Entry; after: Entry }[]
  unchanged: number
}

export function planImport(given: readonly Entry[], known: readonly Entry[]): ImportPlan {
  const byId = new Map(known.map((entry) => [entry.id, entry]))
  const added = given.filter(({ id }) => !byId.has(id))
  const changed = given.flatMap((entry) => {
    const before = byId.get(entry.id)
    const after = before && merged(before, entry)
    return after && canonicalEntry(after) !== canonicalEntry(before) ? [{ before, after }] : []
  })
  return { added, changed, unchanged: given.length - added.length - changed.length }
}

function merged(before: Entry, given: Entry): Entry {
  const words = Object.entries(given.translations).map(([locale, translation]) => [
    locale,
    { ...before.translations[locale], ...translation },
  ])
  return { ...before, ...given, translations: { ...before.translations, ...Object.fromEntries(words) } }
}
