import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Sample } from './exposition.ts'

/** How often the loop is looked at, in ms; the monitor counts this into what it measures. */
const resolution = 20

/** How late the event loop is, in seconds, since it was last asked. It is watched from the first question on. */
export function createLoopDelay(): { samples(): Sample[]; close(): void } {
  const monitor = monitorEventLoopDelay({ resolution })
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1000)
  return {
    samples() {
      monitor.enable()
      const samples = [0.5, 0.99, 1].map((quantile) => ({
        labels: { quantile },
        value: beyond(monitor.percentile(quantile * 100)),
      }))
      monitor.reset()
      return samples
    },
    close: () => void monitor.disable(),
  }
}
