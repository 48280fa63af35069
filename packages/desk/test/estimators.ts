import type { QueueStatus } from '@deskbell/protocol'
import { type LineEvent, WaitEstimator } from '../src/index.ts'

export const anyone = { needs: [], priority: 1 }

/** An estimator that has seen these. */
export function estimatorOf(events: readonly LineEvent[], isByHand = false): WaitEstimator {
  const waits = new WaitEstimator({ seed: 7, isByHand: () => isByHand })
  for (const event of events) waits.see(event)
  return waits
}

/** The three points of a wait that is known. */
export function range(status: QueueStatus | undefined): [number, number, number] {
  if (status?.wait !== 'known') throw new Error(`no wait is known: ${status?.reason}`)
  return [status.lowSeconds, status.likelySeconds, status.highSeconds]
}
export const likely = (status: QueueStatus | undefined) => range(status)[1]
