import { afterEach, expect } from 'vitest'
import { ownedByMara, type RelayEnvironment, useRelay } from '../../kit/relay.ts'

/** A relay that Mara owns, on a fresh data folder. After each test it must still be well. */
export function useAttackedRelay(
  environment: RelayEnvironment | (() => RelayEnvironment) = {},
  routing: 'automatic' | 'by-hand' = 'by-hand',
) {
  const given = typeof environment === 'function' ? environment : () => environment
  const relay = useRelay(() => ({ ...ownedByMara, ...given() }), routing)
  afterEach(async () => {
    const health = await fetch(`${relay().url}/healthz`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  })
  return relay
}
