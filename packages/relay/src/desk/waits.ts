import { type Desk, emptyDesk, eventsOfHistory, eventsOfTeam, WaitEstimator } from '@deskbell/desk'
import type { LogStore } from '../store/log-store.ts'

/** The estimator as it was when the relay ended: it sees again what the store remembers, then who answers now. */
export function openWaits(
  store: Pick<LogStore, 'movements'>,
  { desk, now, isByHand }: { desk: Desk; now: number; isByHand: () => boolean },
): WaitEstimator {
  const waits = new WaitEstimator({ seed: 1, isByHand })
  for (const event of [...eventsOfHistory(store.movements()), ...eventsOfTeam(emptyDesk, desk, now)]) waits.see(event)
  return waits
}
