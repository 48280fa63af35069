import {
  type Conversation,
  type Desk,
  eventsOfItems,
  eventsOfTeam,
  type NewItem,
  restore,
  type WaitEstimator,
} from '@deskbell/desk'
import {
  accepted,
  type ConversationId,
  type MessageId,
  type QueueStatus,
  type Reply,
  refused,
} from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { CardWrite, ConversationWrite, LogStore, StoredConversation } from '../store/log-store.ts'
import { type Card, cardAfter } from './card.ts'
import type { Decided, Happened } from './happened.ts'
import { WaitBook } from './wait-book.ts'
import { openWaits } from './waits.ts'

interface Waiting {
  happened: readonly Happened[]
  settle(isCommitted: boolean): void
}

/** How long what may be lost waits for a group to go with, in ms. */
const lazily = 1_000

/**
 * The one desk of this relay, in memory. The commands of one event-loop turn are decided one after another on the growing
 * desk and committed together; only then is anything published or acknowledged. If the commit fails, the desk of the last
 * commit stands and every command of the group is refused with `storage-failed`.
 */
export class LiveDesk {
  readonly #store: LogStore
  readonly #log: Logger
  readonly #onCommitted: (happened: readonly Happened[]) => void
  #desk: Desk
  #committed: Desk
  /** Told of the team at once, of conversations when they are committed. */
  readonly waits: WaitEstimator
  readonly #book: WaitBook
  #cards = new Map<ConversationId, Card>()
  #undo: (() => void)[] = []
  #group: Waiting[] = []
  #groupSeqs = new Map<string, number>()
  #lazy = new Map<ConversationId, Card>()
  #lazyTimer: NodeJS.Timeout | undefined
  readonly #byVisitor = new Map<string, ConversationId>()

  constructor(options: {
    store: LogStore
    log: Logger
    operators: Parameters<typeof restore>[1]
    onCommitted(happened: readonly Happened[]): void
  }) {
    this.#store = options.store
    this.#log = options.log
    this.#onCommitted = options.onCommitted
    const open = options.store.open()
    this.#desk = restore(
      open.map((stored) => stored.conversation),
      options.operators,
    )
    this.#committed = this.#desk
    this.waits = openWaits(options.store, this.#desk, Date.now())
    this.#book = new WaitBook(options.store.waits, this.waits)
    for (const { conversation, card } of open) {
      this.#cards.set(conversation.id, card)
      this.#byVisitor.set(conversation.visitorId, conversation.id)
    }
  }

  get desk(): Desk {
    return this.#desk
  }

  /** Decides now; the reply comes once the group is committed. */
  decide<T>(
    conversationId: ConversationId,
    decision: (desk: Desk, card: Card | undefined) => Decided<T>,
  ): Promise<Reply<T>> {
    const { outcome, card, value } = decision(this.#desk, this.card(conversationId))
    if (!outcome.ok) return Promise.resolve(outcome)
    const { conversation, items } = outcome
    const known = card ?? this.card(conversation.id)
    if (!known) return Promise.resolve(refused('internal'))
    this.#desk = outcome.desk
    const after = cardAfter(known, outcome, this.#book.follow(this.#desk, outcome))
    this.#remember(conversation, after, items)
    const reply = accepted(value(conversation, after))
    if (items.length === 0 && card === undefined) return this.#whenCommitted([], reply)
    return this.#whenCommitted([{ conversation, card: after, items }], reply)
  }

  /** Several conversations change at once and nobody waits for a reply (an operator is gone). */
  change(
    desk: Desk,
    changes: readonly { conversation: Conversation; items: readonly NewItem[] }[],
  ): Promise<Reply<null>> {
    this.#tellTeam(desk)
    this.#desk = desk
    const happened = changes.flatMap(({ conversation, items }) => {
      const known = this.card(conversation.id)
      if (!known) return []
      const card = cardAfter(known, { conversation, items }, this.#book.follow(desk, { conversation, items }))
      this.#remember(conversation, card, items)
      return [{ conversation, card, items }]
    })
    return this.#whenCommitted(happened, accepted(null))
  }

  /** The seq an earlier try of the same message got, in the store or in the open group. */
  seqOf(conversationId: ConversationId, messageId: MessageId): number | undefined {
    return this.#groupSeqs.get(`${conversationId} ${messageId}`) ?? this.#store.seqOf(conversationId, messageId)
  }

  card(conversationId: ConversationId): Card | undefined {
    return (
      this.#cards.get(conversationId) ??
      this.#lazy.get(conversationId) ??
      this.#store.conversation(conversationId)?.card
    )
  }

  /** Open or closed; undefined when there never was one. */
  conversation(id: ConversationId): StoredConversation | undefined {
    const conversation = this.#desk.conversations.get(id)
    const card = this.#cards.get(id)
    if (conversation && card) return { conversation, card }
    const stored = this.#store.conversation(id)
    return stored && { ...stored, card: this.#lazy.get(id) ?? stored.card }
  }

  /** The visitor's open conversation, else the last one. */
  ofVisitor(visitorId: string): StoredConversation | undefined {
    const id = this.#byVisitor.get(visitorId)
    return (id === undefined ? undefined : this.conversation(id)) ?? this.#store.latestOf(visitorId)
  }

  openOf(visitorId: string): Conversation | undefined {
    const id = this.#byVisitor.get(visitorId)
    return id === undefined ? undefined : this.#desk.conversations.get(id)
  }

  /** What a visitor in line is told now: their first promise, or the last. May be lost, as a card may. */
  told(conversation: Conversation, status: QueueStatus, now: number): void {
    const promised = this.#book.told(conversation.id, status, now)
    const card = this.#cards.get(conversation.id)
    if (promised && card) this.setCard(conversation, cardAfter(card, { conversation, items: [] }, promised))
    this.#lazyTimer ??= setTimeout(() => this.flush(), lazily)
  }

  #remember(conversation: Conversation, card: Card, items: readonly NewItem[]): void {
    const { id, visitorId } = conversation
    const before = this.#cards.get(id)
    const had = this.#byVisitor.get(visitorId)
    this.#undo.push(() => {
      if (before) this.#cards.set(id, before)
      else this.#cards.delete(id)
      if (had) this.#byVisitor.set(visitorId, had)
      else this.#byVisitor.delete(visitorId)
    })
    this.#cards.set(id, card)
    this.#byVisitor.set(visitorId, id)
    for (const item of items) if ('id' in item) this.#groupSeqs.set(`${id} ${item.id}`, item.seq)
  }

  #whenCommitted<T>(happened: readonly Happened[], reply: Reply<T>): Promise<Reply<T>> {
    return new Promise((resolve) => {
      if (this.#group.length === 0) setImmediate(() => this.flush())
      this.#group.push({ happened, settle: (isCommitted) => resolve(isCommitted ? reply : refused('storage-failed')) })
    })
  }

  /** Commits the open group now. */
  flush(): void {
    const group = this.#group
    const happened = group.flatMap((waiting) => waiting.happened)
    this.#group = []
    const isCommitted = this.#commit(happened)
    if (isCommitted) this.#afterCommit(happened)
    for (const waiting of group) waiting.settle(isCommitted)
  }

  #commit(writes: readonly ConversationWrite[]): boolean {
    try {
      const beside = { cards: this.#takeLazy(), waits: this.#book.unstored() }
      if (writes.length + beside.cards.length + beside.waits.length > 0) this.#store.commit(writes, beside)
      this.#book.committed()
      this.#committed = this.#desk
      return true
    } catch (error) {
      this.#log.error({ err: error }, 'the group could not be stored')
      // Who is there rests on connections, not on the store.
      this.#desk = { ...this.#committed, operators: this.#desk.operators }
      for (const undo of this.#undo.reverse()) undo()
      this.#book.undo()
      return false
    } finally {
      this.#undo = []
      this.#groupSeqs.clear()
    }
  }

  /** The newest card of each; written last, so that it is the one that stays. */
  #takeLazy(): CardWrite[] {
    clearTimeout(this.#lazyTimer)
    this.#lazyTimer = undefined
    const lazy = [...this.#lazy].map(([id, card]) => ({ id, card: this.#cards.get(id) ?? card }))
    this.#lazy.clear()
    return lazy
  }

  #afterCommit(happened: readonly Happened[]): void {
    for (const { conversation, items } of happened) {
      for (const event of eventsOfItems(conversation, items)) this.waits.see(event)
      if (!items.some((item) => item.kind === 'closed')) continue
      this.#cards.delete(conversation.id)
      this.#book.closed(conversation.id)
      this.#byVisitor.delete(conversation.visitorId)
    }
    this.#onCommitted(happened)
  }

  /** Receipts and the like: stored with the next group or a second later, may be lost, tells nobody. */
  setCard(conversation: Conversation, card: Card): void {
    if (this.#desk.conversations.has(conversation.id)) this.#cards.set(conversation.id, card)
    this.#lazy.set(conversation.id, card)
    this.#lazyTimer ??= setTimeout(() => this.flush(), lazily)
  }

  /** A change that rests on nothing stored: presence, duty. */
  setVolatile(desk: Desk): void {
    this.#tellTeam(desk)
    this.#desk = desk
    if (this.#group.length === 0) this.#committed = desk
  }

  #tellTeam(after: Desk): void {
    for (const event of eventsOfTeam(this.#desk, after, Date.now())) this.waits.see(event)
  }
}
