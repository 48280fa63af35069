import { vi } from 'vitest'
import { restorable } from '../../src/store/restorable.ts'
import type { TestRelay } from './relay.ts'

/** The relay on the same data, started anew, when what was deleted can't be restored any more. */
export async function pastRestoring(relay: TestRelay): Promise<TestRelay> {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  try {
    const again = await relay.again()
    vi.setSystemTime(Date.now() + restorable)
    await vi.advanceTimersByTimeAsync(2_000)
    return again
  } finally {
    vi.useRealTimers()
  }
}
