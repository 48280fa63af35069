import { verdictOf } from '@deskbell/desk'
import type { WaitStore } from '../store/wait-store.ts'
import { waitsSince } from '../store/waits-since.ts'

const hour = 3_600_000
const day = 24 * hour
/** How long what was counted is said again, in ms. */
const countedFor = 60_000

/** Of those who asked in the last 24 hours: how many waited as long as they were told first, and how many otherwise. */
export type Promises = Record<'sooner' | 'kept' | 'later' | 'unpromised', number>

/** Counts them, at most once a minute. */
export function createPromises(waits: Pick<WaitStore, 'between'>): () => Promise<Promises> {
  let counted: Promise<Promises> | undefined
  let countedAt = 0
  const count = async (now: number): Promise<Promises> => {
    const promises: Promises = { sooner: 0, kept: 0, later: 0, unpromised: 0 }
    for (const wait of await waitsSince(waits, now - day, hour)) {
      const verdict = verdictOf(wait, now)
      if (verdict) promises[verdict] += 1
    }
    return promises
  }
  return () => {
    const now = Date.now()
    if (counted === undefined || Math.abs(now - countedAt) >= countedFor) {
      counted = count(now)
      countedAt = now
    }
    return counted
  }
}
