import { readFileSync } from 'node:fs'
import type { RelayProcess } from '../../kit/relay.ts'

/** How long one tick of the system's count lasts, in ms (`getconf CLK_TCK`: 100 a second). */
const tick = 10

/**
 * How long the relay's thread that serves everybody has worked so far, in ms: what it keeps others waiting for, whatever else
 * the machine does. Where the system does not count that, the time.
 */
export function workOf({ pid }: Pick<RelayProcess, 'pid'>): number {
  if (process.platform !== 'linux') return performance.now()
  const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1')
  // The name may hold anything; the words after it begin with the third (proc_pid_stat(5)).
  const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0] = words.slice(11, 13).map(Number)
  return (user + system) * tick
}
