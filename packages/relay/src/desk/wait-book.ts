import {
  type Desk,
  isAnyoneOnDuty,
  newcomerOf,
  type Returned,
  tell,
  type Wait,
  type WaitEstimator,
  waitAfter,
} from '@deskbell/desk'
import type { ConversationId, QueueStatus } from '@deskbell/protocol'
import type { WaitStore } from '../store/wait-store.ts'

/** The newest wait of every open conversation, and what of them the next commit has to store. */
export class WaitBook {
  readonly #store: Pick<WaitStore, 'of'>
  readonly #estimator: Pick<WaitEstimator, 'next'>
  readonly #waits: Map<ConversationId, Wait>
  /** As they were before the open group, for those that it changed. */
  readonly #before = new Map<ConversationId, Wait | undefined>()
  readonly #unstored = new Map<string, Wait>()

  constructor(store: WaitStore, estimator: Pick<WaitEstimator, 'next'>) {
    this.#store = store
    this.#estimator = estimator
    this.#waits = new Map(store.ofOpen().map((wait) => [wait.conversationId, wait]))
  }

  /** A decision of the open group, and what it means for the conversation's wait; gives the wait that began with it. */
  follow(desk: Desk, { conversation, items }: Returned): Wait | undefined {
    const { id } = conversation
    const isBack = items.some(({ kind }) => kind === 'reopened')
    const before = isBack ? this.#store.of(id) : this.#waits.get(id)
    const next = () => this.#estimator.next(newcomerOf(conversation), Date.now())
    const after = waitAfter(before, { conversation, items, isAnyoneOnDuty: isAnyoneOnDuty(desk), next })
    if (!after || (after === before && !isBack)) return undefined
    if (!this.#before.has(id)) this.#before.set(id, this.#waits.get(id))
    this.#put(after)
    return after.askedAt === before?.askedAt ? undefined : after
  }

  /** What a visitor in line is told now; gives the wait where that was its first promise. */
  told(id: ConversationId, status: QueueStatus, now: number): Wait | undefined {
    const before = this.#waits.get(id)
    if (!before || before.outcome !== undefined) return undefined
    const after = tell(before, status, now)
    this.#put(after)
    return before.last ? undefined : after
  }

  #put(wait: Wait): void {
    this.#waits.set(wait.conversationId, wait)
    this.#unstored.set(`${wait.conversationId} ${wait.askedAt}`, wait)
  }

  /** What the next commit stores. */
  unstored(): Wait[] {
    return [...this.#unstored.values()]
  }

  committed(): void {
    this.#before.clear()
    this.#unstored.clear()
  }

  /** The open group was not stored: nothing of it has happened, and what was told since is lost. */
  undo(): void {
    for (const [id, wait] of this.#before) {
      if (wait) this.#waits.set(id, wait)
      else this.#waits.delete(id)
    }
    this.committed()
  }

  closed(id: ConversationId): void {
    this.#waits.delete(id)
  }
}
