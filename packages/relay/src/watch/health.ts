import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { LogStore } from '../store/log-store.ts'

/** Whether the data folder takes what has to be kept. */
export interface Health {
  /** Tried for real, at most once in two seconds however often it is asked for. */
  isWell(now: number): boolean
}

/** How long an answer counts, in ms. */
const goodFor = 2_000

/**
 * Tries both ways of writing: SQLite keeps its files open, and would not notice that their folder is gone; the JSON files
 * are opened anew. Says in the log when it begins to fail, and when it works again.
 */
export function createHealth(given: { store: LogStore; dataFolder: string; log: Logger }): Health {
  const { store, dataFolder, log } = given
  const trial = join(dataFolder, 'trial')
  let wasWell = true
  let triedAt = Number.NEGATIVE_INFINITY
  const tryIt = (): boolean => {
    try {
      store.tryToWrite()
      writeFileSync(trial, 'Written and removed to see whether it can be.\n', { mode: 0o600 })
      rmSync(trial)
      if (!wasWell) log.info('the data folder can be written again')
      return true
    } catch (error) {
      if (wasWell) log.error({ err: error }, 'the data folder can not be written: nothing new is taken until it can')
      return false
    }
  }
  return {
    isWell(now) {
      // A clock that was set back tries at once.
      if (Math.abs(now - triedAt) >= goodFor) {
        wasWell = tryIt()
        triedAt = now
      }
      return wasWell
    },
  }
}
