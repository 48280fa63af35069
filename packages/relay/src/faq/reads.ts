import { createHmac, randomBytes } from 'node:crypto'
import type { EntryId, EntryReads } from '@deskbell/protocol'
import { type Day, dayOf } from '../store/day.ts'
import type { ReadStore } from '../store/read-store.ts'
import { isStorageFailure } from '../store/storage-failure.ts'

/** Which entries visitors open. */
export interface Reads {
  /** From one address an entry counts once a day. */
  count(of: Omit<EntryReads, 'count'>, address: string): void
  /** By entry, of the last 30 days; those that nobody has opened are not among them. */
  counts(): ReadonlyMap<EntryId, number>
  /** The same by language. */
  list(): EntryReads[]
  forgetBefore(day: Day): void
}

const recentDays = 30
/** So many are counted a day, as for each there is a mark in memory; and in the store a row at most. */
const countedADay = 20_000

export function createReads(store: ReadStore): Reads {
  let today: Day = ''
  let counts = new Map<EntryId, number>()
  let marks = new Set<string>()
  let key = randomBytes(32)

  function list(): EntryReads[] {
    return store.reads(dayOf(Date.now() - (recentDays - 1) * 86_400_000))
  }

  /** Gives today, and begins anew on a new day: who has read what can't be told by the marks of another one. */
  function turn(): Day {
    const day = dayOf(Date.now())
    if (day === today) return day
    counts = new Map()
    for (const { entryId, count } of list()) add(entryId, count)
    marks = new Set()
    key = randomBytes(32)
    today = day
    return day
  }

  function add(entryId: EntryId, count: number): void {
    counts.set(entryId, (counts.get(entryId) ?? 0) + count)
  }

  return {
    count(of, address) {
      const day = turn()
      const mark = createHmac('sha256', key).update(`${address}\n${of.entryId}`).digest('base64url')
      if (marks.size >= countedADay || marks.has(mark)) return
      marks.add(mark)
      try {
        store.addRead(of, day)
        add(of.entryId, 1)
      } catch (error) {
        // On a full disk, say, the answer is read all the same; it is not counted.
        if (!isStorageFailure(error)) throw error
      }
    },
    counts() {
      turn()
      return counts
    },
    list,
    forgetBefore: store.forgetReads,
  }
}
