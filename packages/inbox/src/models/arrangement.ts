import { contentOf, type Entry, type EntryId, withCategory } from '@deskbell/protocol'

/** A category and its entries, as the list shows them. */
export interface Shelf {
  category: string
  entries: readonly Entry[]
}

/** Up and down by one, or to the top. */
export type Step = 'up' | 'down' | 'top'

/** The entries by category, each category where its first entry is. */
export function shelvesOf(entries: readonly Entry[]): Shelf[] {
  const shelves = new Map<string, Entry[]>()
  for (const entry of entries) {
    const { category = '' } = contentOf(entry)
    const shelf = shelves.get(category)
    if (shelf) shelf.push(entry)
    else shelves.set(category, [entry])
  }
  return [...shelves].map(([category, some]) => ({ category, entries: some }))
}

/** Moves an entry within its category. */
export function stepEntry(shelves: readonly Shelf[], id: EntryId, step: Step): Shelf[] {
  return shelves.map((shelf) => ({ ...shelf, entries: stepped(shelf.entries, (entry) => entry.id === id, step) }))
}

/** Moves a category with all its entries. */
export function stepCategory(shelves: readonly Shelf[], category: string, step: Step): Shelf[] {
  return stepped(shelves, (shelf) => shelf.category === category, step)
}

/** Makes an entry the last of another category. */
export function place(shelves: readonly Shelf[], entry: Entry, category: string): Shelf[] {
  return shelves
    .map((shelf) => ({ ...shelf, entries: shelf.entries.filter((one) => one !== entry) }))
    .map((shelf) =>
      shelf.category === category ? { ...shelf, entries: [...shelf.entries, withCategory(entry, category)] } : shelf,
    )
    .filter(({ entries }) => entries.length > 0)
}

function stepped<T>(all: readonly T[], isIt: (one: T) => boolean, step: Step): T[] {
  const from = all.findIndex(isIt)
  const one = all[from]
  if (one === undefined) return [...all]
  const to = step === 'top' ? 0 : Math.max(0, from + (step === 'up' ? -1 : 1))
  return all.toSpliced(from, 1).toSpliced(to, 0, one)
}
