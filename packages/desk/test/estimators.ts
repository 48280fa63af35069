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

/** Somebody comes on duty. */
export const comes = (
  operatorId: string,
  extra: Partial<Extract<LineEvent, { kind: 'operator' }>> = {},
): LineEvent => ({
  ...{ kind: 'operator', at: 0, operatorId, state: 'on-duty', capacity: 1, skills: [] },
  ...extra,
})
/** Somebody asks and waits. */
export const joins = (
  conversationId: string,
  at = 0,
  asks: { needs?: string[]; language?: string; priority?: number } = {},
) => ({ kind: 'joined', at, conversationId, needs: [], priority: 1, askedAt: at, ...asks }) satisfies LineEvent
/** Somebody asks and is served at once. */
export const taken = (conversationId: string, operatorId: string, at = 0): LineEvent[] => [
  joins(conversationId, at),
  { kind: 'assigned', at, conversationId, operatorId },
]
