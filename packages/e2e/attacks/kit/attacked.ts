import { afterEach, expect } from 'vitest'
import { ownedByMara, type RelayEnvironment, useRelay } from '../../kit/relay.ts'

/** A relay that Mara owns, on a fresh data folder. After each test it must still be well. */
export function useAttackedRelay(environment: RelayEnvironment = {}, routing: 'automatic' | 'by-hand' = 'by-hand') {
  const relay = useRelay({ ...ownedByMara, ...environment }, routing)
  afterEach(async () => {
    const health = await fetch(`${relay().url}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  })
  return relay
}
