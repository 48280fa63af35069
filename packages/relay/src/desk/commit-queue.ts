import { type Reply, refused } from '@deskbell/protocol'
import type { Happened } from './happened.ts'

interface Waiting {
  happened: readonly Happened[]
  settle(isCommitted: boolean): void
}

/** Commands that were stored together, and what happened by them. */
interface Group {
  waiting: readonly Waiting[]
  happened: readonly Happened[]
}

interface Steps {
  /** What else is to go with the group that is about to be stored. */
  complete(): void
  /** Stores a group. False: nothing of it is stored. */
  store(happened: readonly Happened[]): boolean
  /** Resolves when all that was stored is on the disk; undefined where it is already. */
  synced(): Promise<void> | undefined
  publish(happened: readonly Happened[]): void
}

/**
 * Commands that wait for the disk, in groups: those of one event-loop turn, and those that come while a group is synced. Each
 * is answered when its group is on the disk and published, or refused with `storage-failed` when it could not be stored.
 */
export class CommitQueue {
  readonly #steps: Steps
  #group: Waiting[] = []
  #stored: Group[] = []
  #syncing: Promise<void> | undefined

  constructor(steps: Steps) {
    this.#steps = steps
  }

  /** Nothing is decided that is not stored. */
  get isEmpty(): boolean {
    return this.#group.length === 0
  }

  add<T>(happened: readonly Happened[], reply: Reply<T>): Promise<Reply<T>> {
    return new Promise((resolve) => {
      if (this.isEmpty && !this.#syncing) this.#soon()
      this.join(happened, (isCommitted) => resolve(isCommitted ? reply : refused('storage-failed')))
    })
  }

  /** Goes with the open group, whoever opened it. */
  join(happened: readonly Happened[], settle: Waiting['settle'] = () => {}): void {
    this.#group.push({ happened, settle })
  }

  #soon(): void {
    setImmediate(() => this.#begin())
  }

  /** Stores the open group at once. Resolves when it is on the disk, published and answered; rejects when the disk fails. */
  async flush(): Promise<void> {
    this.#begin()
    await this.#syncing
  }

  #begin(): void {
    this.#steps.complete()
    const waiting = this.#group
    this.#group = []
    const happened: Happened[] = []
    for (const command of waiting) happened.push(...command.happened)
    if (this.#steps.store(happened)) this.#stored.push({ waiting, happened })
    else for (const { settle } of waiting) settle(false)
    if (this.#syncing) return
    const underWay = this.#sync()
    this.#syncing = underWay?.then(() => {
      this.#syncing = undefined
      if (!this.isEmpty) this.#soon()
    })
    underWay?.catch(end)
  }

  /**
   * Publishes all that is stored, once it is on the disk; undefined where it is already. What a failed sync left on the disk
   * nobody can tell, and a second try would not say (Rebello et al., Can Applications Recover from fsync Failures?, USENIX
   * ATC 2020): the process ends and its next start reads what is there.
   */
  #sync(): Promise<void> | undefined {
    while (this.#stored.length > 0) {
      const groups = this.#stored
      this.#stored = []
      const underWay = this.#steps.synced()
      if (underWay) return this.#afterwards(underWay, groups)
      this.#publish(groups)
    }
    return undefined
  }

  async #afterwards(underWay: Promise<void>, groups: readonly Group[]): Promise<void> {
    await underWay
    this.#publish(groups)
    await this.#sync()
  }

  #publish(groups: readonly Group[]): void {
    for (const { waiting, happened } of groups) {
      this.#steps.publish(happened)
      for (const { settle } of waiting) settle(true)
    }
  }
}

/** Thrown outside of any promise, where nobody catches it. */
function end(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}
