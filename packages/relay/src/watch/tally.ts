import type { Happened } from '../desk/happened.ts'
import type { LogStore } from '../store/log-store.ts'
import { Histogram } from './histogram.ts'

/** In seconds, from a fast disk to one that is in trouble. */
const commitEnds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

/** What is counted as it happens, since the relay started. Everything else is looked up when somebody asks. */
export class Tally {
  readonly messages = { visitor: 0, operator: 0 }
  readonly commits = new Histogram(commitEnds)
  failedCommits = 0

  happened(happened: readonly Happened[]): void {
    for (const { items } of happened) {
      for (const item of items) if (item.kind === 'message' && !item.of) this.messages[item.from] += 1
    }
  }

  /** The same store; how long groups take until they are on the disk is measured. */
  timed(store: LogStore): LogStore {
    let begun: number[] = []
    const commit: LogStore['commit'] = (writes, beside) => {
      const began = performance.now()
      try {
        store.commit(writes, beside)
        begun.push(began)
      } catch (error) {
        this.failedCommits += 1
        throw error
      }
    }
    const synced: LogStore['synced'] = () => {
      const groups = begun
      begun = []
      const observe = () => {
        for (const began of groups) this.commits.observe((performance.now() - began) / 1000)
      }
      const underWay = store.synced()
      if (underWay) return underWay.then(observe)
      observe()
      return undefined
    }
    return { ...store, commit, synced }
  }
}
