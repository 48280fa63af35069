import { type Reply, refused } from '@deskbell/protocol'
import type { Happened } from './happened.ts'

interface Waiting {
  happened: readonly Happened[]
  settle(isCommitted: boolean): void
}

interface Steps {
  /** What else is to go with the group that is about to be stored. */
  complete(): void
  /** Stores a group. False: nothing of it is stored. */
  store(happened: readonly Happened[]): boolean
  /** Resolves when all that was stored is on the disk. */
  synced(): Promise<void>
  publish(happened: readonly Happened[]): void
}

/**
 * Commands that wait for the disk, in groups: those of one event-loop turn, and those that come while a group is synced. Each
 * is answered when its group is on the disk and published, or refused with `storage-failed` when it could not be stored.
 */
export class CommitQueue {
  readonly #steps: Steps
  #group: Waiting[] = []
  #stored: (readonly Waiting[])[] = []
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
    setImmediate(() => void this.flush())
  }

  /** Stores the open group at once. Resolves when it is on the disk, published and answered; rejects when the disk fails. */
  async flush(): Promise<void> {
    this.#steps.complete()
    const group = this.#group
    this.#group = []
    if (this.#steps.store(happenedIn(group))) this.#stored.push(group)
    else for (const { settle } of group) settle(false)
    if (this.#stored.length > 0) this.#syncing ??= this.#sync()
    await this.#syncing
  }

  /**
   * What a failed sync left on the disk nobody can tell, and a second try would not say (Rebello et al., Can Applications
   * Recover from fsync Failures?, USENIX ATC 2020): nobody catches it, so the process ends and its next start reads what is there.
   */
  async #sync(): Promise<void> {
    while (this.#stored.length > 0) {
      const groups = this.#stored
      this.#stored = []
      await this.#steps.synced()
      for (const group of groups) {
        this.#steps.publish(happenedIn(group))
        for (const { settle } of group) settle(true)
      }
    }
    this.#syncing = undefined
    if (!this.isEmpty) this.#soon()
  }
}

const happenedIn = (group: readonly Waiting[]) => group.flatMap(({ happened }) => happened)
