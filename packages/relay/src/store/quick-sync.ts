import { fdatasync, fdatasyncSync } from 'node:fs'
import { promisify } from 'node:util'

const syncElsewhere = promisify(fdatasync)

/** A disk that takes longer holds up those who do not wait for it, in ms. */
const quick = 1

/**
 * Syncs an open file: on the main thread while the disk is quick, as the way to another thread and back costs more than that
 * sync does; off it as soon as one took longer. Resolves when all that was written is on the disk, rejects when the disk fails.
 */
export function createSync(file: number): () => Promise<void> {
  let took = 0
  return async () => {
    const began = performance.now()
    if (took <= quick) fdatasyncSync(file)
    else await syncElsewhere(file)
    took = performance.now() - began
  }
}
