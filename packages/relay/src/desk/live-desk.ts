import {
  type Conversation,
  type Desk,
  eventsOfItems,
  eventsOfTeam,
  giveBackUnopened,
  keepUnopened,
  restore,
  route,
  takeBackUnopened,
  type WaitEstimator,
} from '@deskbell/desk'
import {
  accepted,
  type ConversationId,
  type MessageId,
  type QueueStatus,
  type Reply,
  refused,
  type Settings,
} from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { ConversationWrite } from '../store/group-writer.ts'
import type { StoredConversation } from '../store/head-rows.ts'
import type { LogStore } from '../store/log-store.ts'
import { withNewTime } from '../store/of-line.ts'
import { createStorageNotes } from '../store/storage-failure.ts'
import { type Card, cardAfter } from './card.ts'
import { CommitQueue } from './commit-queue.ts'
import { type Decided, type Happened, isSaidLater } from './happened.ts'
import { Register } from './register.ts'
import { WaitBook } from './wait-book.ts'
import { openWaits } from './waits.ts'

type Routing = Pick<Settings, 'routing' | 'openWithinSeconds'>
type Changed = Omit<Happened, 'card'>

/** How long what may be lost waits for a group to go with, in ms. */
const lazily = 1_000

/**
 * The one desk of this relay, in memory. Commands are decided one after another on the growing desk and committed in groups;
 * only when a group is on the disk is anything of it published or acknowledged. If the commit fails, the desk of the last
 * commit stands and every command of the group is refused with `storage-failed`.
 */
export class LiveDesk {
  readonly #store: LogStore
  readonly #noteStorage: (error?: unknown) => void
  readonly #routing: () => Routing
  #desk: Desk
  #committed: Desk
  /** Told of the team at once, of conversations when they are committed. */
  readonly waits: WaitEstimator
  readonly #book: WaitBook
  readonly #register: Register
  readonly #queue: CommitQueue
  #lazyTimer: NodeJS.Timeout | undefined

  constructor(options: {
    store: LogStore
    log: Logger
    operators: Parameters<typeof restore>[1]
    /** The owner's choice, as it is now. */
    routing(): Routing
    onCommitted(happened: readonly Happened[]): void
  }) {
    this.#store = options.store
    this.#noteStorage = createStorageNotes(options.log)
    this.#routing = options.routing
    const now = Date.now()
    const open = options.store.open()
    this.#desk = restore(
      open.map((stored) => withNewTime(stored.conversation, now + this.#openWithin)),
      options.operators,
    )
    this.#committed = this.#desk
    this.waits = openWaits(options.store, { desk: this.#desk, now, isByHand: () => !this.#isAutomatic })
    this.#book = new WaitBook(options.store.waits, this.waits)
    this.#register = new Register(options.store, open)
    this.#queue = new CommitQueue({
      complete: () => this.#giveToFree(),
      store: (happened) => this.#commit(happened),
      synced: () => this.#store.synced(),
      publish: options.onCommitted,
    })
  }

  get #isAutomatic(): boolean {
    return this.#routing().routing === 'automatic'
  }

  get #openWithin(): number {
    return this.#routing().openWithinSeconds * 1000
  }

  get desk(): Desk {
    return this.#desk
  }

  /** Decides now; the reply comes once the group is committed. */
  decide<T>(
    conversationId: ConversationId,
    decision: (desk: Desk, card: Card | undefined) => Decided<T>,
  ): Promise<Reply<T>> {
    const { outcome, card, teller, value } = decision(this.#desk, this.card(conversationId))
    if (!outcome.ok) return Promise.resolve(outcome)
    const { conversation, items } = outcome
    const known = card ?? this.card(conversation.id)
    if (!known) return Promise.resolve(refused('internal'))
    const before = this.#desk.conversations.get(conversation.id)
    this.#desk = outcome.desk
    const after = cardAfter(known, outcome, this.#book.follow(this.#desk, outcome))
    this.#register.remember(conversation, after, items)
    const reply = accepted(value(conversation, after))
    if (items.length === 0 && card === undefined) return this.#queue.add([], reply)
    const isSameHead = before?.openBy === conversation.openBy && before?.followUp === conversation.followUp
    const isOnlySaid = card === undefined && isSameHead && items.every(isSaidLater)
    return this.#queue.add([{ conversation, card: after, items, isOnlySaid, teller }], reply)
  }

  /** Several conversations change at once and nobody waits for a reply (an operator is gone). */
  change(desk: Desk, changes: readonly Changed[]): Promise<Reply<null>> {
    this.#tellTeam(desk)
    return this.#queue.add(this.#follow(desk, changes), accepted(null))
  }

  #follow(desk: Desk, changes: readonly Changed[]): Happened[] {
    this.#desk = desk
    return changes.flatMap(({ conversation, items }) => {
      const known = this.card(conversation.id)
      if (!known) return []
      const card = cardAfter(known, { conversation, items }, this.#book.follow(desk, { conversation, items }))
      this.#register.remember(conversation, card, items)
      return [{ conversation, card, items }]
    })
  }

  /** Who waits is given to who is free, with the next group: asked for where no command changes who waits or is free. */
  giveOut(): void {
    if (this.#isAutomatic && this.#desk.queue.length > 0) void this.#queue.add([], accepted(null))
  }

  /** What operators were given and did not open in time goes to the next, or stays by hand; what a colleague handed them goes back. Called every second. */
  passOn(now: number): void {
    const back = giveBackUnopened(this.#desk, { now, openWithin: this.#openWithin })
    if (back.changed.length > 0) void this.change(back.desk, back.changed)
    const { desk, changed } = this.#isAutomatic ? takeBackUnopened(this.#desk, now) : keepUnopened(this.#desk)
    if (changed.length > 0) void this.change(desk, changed)
  }

  #giveToFree(): void {
    if (!this.#isAutomatic || this.#desk.queue.length === 0) return
    const { desk, given } = route(this.#desk, { now: Date.now(), openWithin: this.#openWithin })
    if (given.length > 0) this.#queue.join(this.#follow(desk, given))
  }

  /** The seq an earlier try of the same message got, in the store or in the open group. */
  seqOf(conversationId: ConversationId, messageId: MessageId): number | undefined {
    return this.#register.seqOf(conversationId, messageId)
  }

  card(conversationId: ConversationId): Card | undefined {
    return this.#register.card(conversationId)
  }

  /** Open or closed; undefined when there never was one. */
  conversation(id: ConversationId): StoredConversation | undefined {
    return this.#register.conversation(this.#desk, id)
  }

  /** The visitor's open conversation, else the last one. */
  ofVisitor(visitorId: string): StoredConversation | undefined {
    return this.#register.ofVisitor(this.#desk, visitorId)
  }

  openOf(visitorId: string): Conversation | undefined {
    return this.#register.openOf(this.#desk, visitorId)
  }

  /** What a visitor in line is told now: their first promise, or the last. May be lost, as a card may. */
  told(conversation: Conversation, status: QueueStatus, now: number): void {
    const promised = this.#book.told(conversation.id, status, now)
    const card = this.#register.openCard(conversation.id)
    if (promised && card) this.setCard(conversation, cardAfter(card, { conversation, items: [] }, promised))
    this.#lazyTimer ??= setTimeout(() => void this.flush(), lazily)
  }

  /** Stores what is open now. Resolves when it is on the disk, published and acknowledged; rejects when the disk fails. */
  flush(): Promise<void> {
    return this.#queue.flush()
  }

  #commit(writes: readonly ConversationWrite[]): boolean {
    try {
      clearTimeout(this.#lazyTimer)
      this.#lazyTimer = undefined
      const beside = { cards: this.#register.takeLazy(), waits: this.#book.unstored() }
      if (writes.length + beside.cards.length + beside.waits.length > 0) this.#store.commit(writes, beside)
      this.#book.committed()
      this.#register.committed()
      this.#committed = this.#desk
      this.#afterCommit(writes)
      this.#noteStorage()
      return true
    } catch (error) {
      this.#noteStorage(error)
      // Who is there rests on connections, not on the store.
      this.#desk = { ...this.#committed, operators: this.#desk.operators }
      this.#register.undo()
      this.#book.undo()
      return false
    }
  }

  #afterCommit(writes: readonly ConversationWrite[]): void {
    for (const { conversation, items, isOnlySaid } of writes) {
      if (isOnlySaid) continue
      for (const event of eventsOfItems(conversation, items)) this.waits.see(event)
      if (conversation.status !== 'closed') continue
      this.#register.closed(conversation)
      this.#book.closed(conversation.id)
    }
  }

  /** Receipts and the like: stored with the next group or a second later, may be lost, tells nobody. */
  setCard(conversation: Conversation, card: Card): void {
    this.#register.setLazily(conversation.id, { card, isOpen: this.#desk.conversations.has(conversation.id) })
    this.#lazyTimer ??= setTimeout(() => void this.flush(), lazily)
  }

  /** A change that rests on nothing stored: presence, duty. */
  setVolatile(desk: Desk): void {
    this.#tellTeam(desk)
    this.#desk = desk
    if (this.#queue.isEmpty) this.#committed = desk
    this.giveOut()
  }

  #tellTeam(after: Desk): void {
    for (const event of eventsOfTeam(this.#desk, after, Date.now())) this.waits.see(event)
  }
}
