import type { Entry } from '@deskbell/protocol'
import { canonicalEntry } from '../entry-form.ts'
import { withDraft, workOf } from '../entry-standing.ts'
import { joined } from './pieces.ts'

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
    const after = before && settled(joined(before, entry))
    return after && canonicalEntry(after) !== canonicalEntry(before) ? [{ before, after }] : []
  })
  return { added, changed, unchanged: given.length - added.length - changed.length }
}

/** A draft that says what visitors read is none. */
function settled(entry: Entry): Entry {
  return entry.draft ? withDraft(entry, workOf(entry)) : entry
}
