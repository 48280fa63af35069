import type { ArchiveStore, Place, Within } from '../store/archive-store.ts'
import type { Asked } from './terms.ts'

/** So many places are looked at in one go: to get to the first costs more than all of them. */
const atOnce = 800
/** Numbers are below it. */
export const endOfNumbers = 2 ** 36

/** Conversations that have something, from the newest on; each is known by its number. */
export interface Cursor {
  /** How often it looked until now and did not come to the end. Other looks cost next to nothing. */
  readonly looks: number
  /**
   * The newest one that is at most this. `isThere` is false where it is not known yet whether it, or which older one, has it.
   * Undefined where there is none.
   */
  newest(atMost: number): { number: number; isThere: boolean } | undefined
  /** Where it is in the conversation that was just found. */
  placesIn(number: number): Places
}

interface Places {
  seqs: readonly number[]
  /** All there are, not only the newest. */
  isAll: boolean
}

/** Those in which a word stands. */
export function wordCursor(store: ArchiveStore, asked: Asked): Cursor {
  let found: Place[] = []
  /** What comes before it is not looked at yet. */
  let place: Place = { number: endOfNumbers, seq: 0 }
  let isAll = false
  let looks = 0

  function look(): void {
    const { places, first, last, ...rows } = placesOf(store, asked, { least: 0, before: place })
    isAll = rows.isAll
    if (!isAll) looks += 1
    const cut = !isAll && last && first && last.number < first.number ? last.number : undefined
    // What is cut off at the end is looked at again, whole.
    found = cut === undefined ? places : places.filter(({ number }) => number > cut)
    place = cut === undefined ? (last ?? place) : { number: cut + 1, seq: 0 }
  }

  return {
    get looks() {
      return looks
    },
    newest(atMost) {
      while (found[0] && found[0].number > atMost) found.shift()
      if (found.length === 0 && !isAll) {
        if (place.number > atMost) place = { number: atMost + 1, seq: 0 }
        look()
      }
      const [newest] = found
      if (newest) return { number: newest.number, isThere: true }
      return isAll ? undefined : { number: Math.min(atMost, place.number), isThere: false }
    },
    placesIn(number) {
      const isCut = !isAll && place.number === number && place.seq > 0
      const within = { least: number, before: { number: number + 1, seq: 0 } }
      const rows = isCut ? placesOf(store, asked, within) : { places: [], isAll: true }
      if (!rows.isAll) looks += 1
      const places = [...rows.places, ...found].filter((one) => one.number === number)
      return { seqs: [...new Set(places.map(({ seq }) => seq))], isAll: rows.isAll }
    },
  }
}

/** All there are. */
export function everyCursor(store: ArchiveStore): Cursor {
  return {
    looks: 0,
    newest(atMost) {
      const number = store.newest(atMost)
      return number === undefined ? undefined : { number, isThere: true }
    },
    placesIn: () => ({ seqs: [], isAll: true }),
  }
}

/** Where a word stands, the newest first: what is meant of so many that begin alike; and the last that was looked at. */
function placesOf(store: ArchiveStore, { match, beginning }: Asked, within: Within) {
  const ends = (rows: readonly Place[]) => ({ isAll: rows.length < atOnce, first: rows[0], last: rows.at(-1) })
  if (beginning === undefined) {
    const places = store.find(match, within, atOnce)
    return { places, ...ends(places) }
  }
  const rows = store.read(match, within, atOnce)
  const places = rows.filter(({ terms }) => ` ${terms}`.includes(` ${beginning}`))
  return { places, ...ends(rows) }
}

/** What one page is looked for in. */
export interface Range {
  /** The newest, and the oldest that may be found. */
  atMost: number
  least: number
  /** How many, and how often cursors look for them. */
  most: number
  looks: number
}

/** A conversation, and where the most of what was asked for is; of several, the newest; 0: nowhere. */
export interface Met {
  number: number
  seq: number
}

/**
 * The newest conversations that all cursors have: whichever is behind goes to where the others are, so that the rarest word
 * decides how much is looked at. `next`: where the following page begins.
 */
export function meet(
  cursors: readonly Cursor[],
  { atMost, least, most, looks }: Range,
): { found: Met[]; next?: number } {
  const found: Met[] = []
  let at = atMost
  let agreed = 0
  for (let turn = 0; ; turn += 1) {
    const newest = cursors[turn % cursors.length]?.newest(at)
    if (!newest || newest.number < least) return { found }
    if (newest.number < at || !newest.isThere) agreed = 0
    at = newest.number
    if (newest.isThere) agreed += 1
    if (agreed === cursors.length) {
      if (found.length === most) return { found, next: at }
      found.push({ number: at, seq: mostIn(cursors.map((cursor) => cursor.placesIn(at))) })
      at -= 1
      agreed = 0
    }
    // Never without having come on, or the next page would end where this one does.
    if (at < atMost && looksOf(cursors) >= looks) return { found, next: at }
  }
}

const looksOf = (cursors: readonly Cursor[]) => cursors.reduce((sum, cursor) => sum + cursor.looks, 0)

/** One rare word counts more than all of those together that stand in so many messages that only the newest are known. */
function mostIn(words: readonly Places[]): number {
  const counts = new Map<number, number>()
  for (const { seqs, isAll } of words)
    for (const seq of seqs) if (seq > 0) counts.set(seq, (counts.get(seq) ?? 0) + (isAll ? words.length : 1))
  const [most] = [...counts].sort(([seq, count], [other, others]) => others - count || other - seq)
  return most?.[0] ?? 0
}
