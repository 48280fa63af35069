import { fdatasync, fdatasyncSync } from 'node:fs'
import { promisify } from 'node:util'

const syncElsewhere = promisify(fdatasync)

/** A disk that takes longer holds up those who do not wait for it, in ms. */
const quick = 1

/**
 * Syncs an open file: on the main thread while the disk is quick, as the way to another thread and back costs more than that
 * sync does; off it as soon as one took longer. Undefined when all that was written is on the disk already; else resolves when
 * it is, and rejects when the disk fails.
 */
export function createSync(file: number): () => Promise<void> | undefined {
  let took = 0
  return () => {
    const began = performance.now()
    const ended = () => {
      took = performance.now() - began
    }
    if (took > quick) return syncElsewhere(file).then(ended)
    try {
      fdatasyncSync(file)
    } catch (error) {
      return Promise.reject(error)
    }
    ended()
    return undefined
  }
}
