import { setImmediate } from 'node:timers/promises'
import type { Wait } from '@deskbell/desk'
import type { WaitStore } from './wait-store.ts'

/**
 * The waits of those who asked from a moment on, read `step` ms at a time: between them the relay does what else is due, as
 * a busy desk has a hundred thousand.
 */
export async function waitsSince(waits: Pick<WaitStore, 'between'>, since: number, step: number): Promise<Wait[]> {
  const now = Date.now()
  const found: Wait[][] = []
  for (let from = since; from <= now; from += step) {
    found.push(waits.between(from, from + step))
    await setImmediate()
  }
  return found.flat()
}
