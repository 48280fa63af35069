import { contentOf, type Entry, type EntryId } from '@deskbell/protocol'
import { place, type Shelf } from './arrangement.ts'

/** A line of the list: an entry by its id, or a category by its name. */
export interface Ordered {
  kind: 'entry' | 'category'
  key: string
}

export interface Drop {
  dragged: Ordered
  onto: Ordered
  /** What is dragged goes below: the line, or all of its category where it is one itself. */
  isBelow: boolean
}

/** An entry goes beside the one it was dropped on, or to the top of a category; a category beside another, or the one of an entry. Undefined: nothing moves. */
export function afterDrop(shelves: readonly Shelf[], { dragged, onto, isBelow }: Drop) {
  const entry = shelves.flatMap(({ entries }) => entries).find(({ id }) => id === dragged.key)
  const isOnto = ({ category, entries }: Shelf) =>
    onto.kind === 'category' ? category === onto.key : entries.some(({ id }) => id === onto.key)
  if (dragged.kind === 'category') {
    const next = beside(shelves, ({ category }) => category === dragged.key, isOnto, isBelow)
    return orderOf(next) === orderOf(shelves) ? undefined : { next, category: dragged.key }
  }
  const category = shelves.find(isOnto)?.category
  if (!entry || category === undefined) return undefined
  const next = withPlaced(shelves, entry, category).map((shelf) =>
    shelf.category === category ? { ...shelf, entries: within(shelf.entries, entry.id, onto, isBelow) } : shelf,
  )
  return orderOf(next) === orderOf(shelves) ? undefined : { next, category, entryId: entry.id }
}

function withPlaced(shelves: readonly Shelf[], entry: Entry, category: string): readonly Shelf[] {
  return (contentOf(entry).category ?? '') === category ? shelves : place(shelves, entry, category)
}

function within(entries: readonly Entry[], id: EntryId, onto: Ordered, isBelow: boolean): Entry[] {
  const isIt = (one: Entry) => one.id === id
  const isFirst = (one: Entry) => one === entries.find((other) => other.id !== id)
  return onto.kind === 'category'
    ? beside(entries, isIt, isFirst, false)
    : beside(entries, isIt, (one) => one.id === onto.key, isBelow)
}

/** One of them before or behind another; where that is itself or none, all stay. */
function beside<T>(all: readonly T[], isIt: (one: T) => boolean, isOther: (one: T) => boolean, isBelow: boolean): T[] {
  const others = all.filter((one) => !isIt(one))
  const at = others.findIndex(isOther)
  return at < 0 ? [...all] : others.toSpliced(at + Number(isBelow), 0, ...all.filter(isIt))
}

const orderOf = (shelves: readonly Shelf[]) =>
  JSON.stringify(shelves.map(({ category, entries }) => [category, entries.map(({ id }) => id)]))
