import type { Conversation, Desk, NewItem } from '@deskbell/desk'
import type { ConversationId, MessageId } from '@deskbell/protocol'
import type { CardWrite } from '../store/group-writer.ts'
import type { StoredConversation } from '../store/head-rows.ts'
import type { LogStore } from '../store/log-store.ts'
import type { Card } from './card.ts'

/** The cards of the open conversations, found by conversation or visitor; what is not stored yet can be undone. */
export class Register {
  readonly #store: LogStore
  readonly #cards = new Map<ConversationId, Card>()
  readonly #byVisitor = new Map<string, ConversationId>()
  readonly #lazy = new Map<ConversationId, Card>()
  /** The seq of every message of the open conversations that were asked for. */
  readonly #seqs = new Map<ConversationId, Map<MessageId, number>>()
  #undo: (() => void)[] = []

  constructor(store: LogStore, open: readonly StoredConversation[]) {
    this.#store = store
    for (const { conversation, card } of open) {
      this.#cards.set(conversation.id, card)
      this.#byVisitor.set(conversation.visitorId, conversation.id)
    }
  }

  /** The seq an earlier try of the same message got, in the store or in the open group. */
  seqOf(conversationId: ConversationId, messageId: MessageId): number | undefined {
    const isOpen = this.#cards.has(conversationId)
    return isOpen ? this.#seqsIn(conversationId).get(messageId) : this.#store.seqOf(conversationId, messageId)
  }

  #seqsIn(id: ConversationId): Map<MessageId, number> {
    const seqs = this.#seqs.get(id) ?? this.#store.seqs(id)
    this.#seqs.set(id, seqs)
    return seqs
  }

  openCard(id: ConversationId): Card | undefined {
    return this.#cards.get(id)
  }

  card(id: ConversationId): Card | undefined {
    return this.#cards.get(id) ?? this.#lazy.get(id) ?? this.#store.conversation(id)?.card
  }

  /** Open or closed; undefined when there never was one. */
  conversation(desk: Desk, id: ConversationId): StoredConversation | undefined {
    const conversation = desk.conversations.get(id)
    const card = this.#cards.get(id)
    if (conversation && card) return { conversation, card }
    const stored = this.#store.conversation(id)
    return stored && { ...stored, card: this.#lazy.get(id) ?? stored.card }
  }

  /** The visitor's open conversation, else the last one. */
  ofVisitor(desk: Desk, visitorId: string): StoredConversation | undefined {
    const id = this.#byVisitor.get(visitorId)
    return (id === undefined ? undefined : this.conversation(desk, id)) ?? this.#store.latestOf(visitorId)
  }

  openOf(desk: Desk, visitorId: string): Conversation | undefined {
    const id = this.#byVisitor.get(visitorId)
    return id === undefined ? undefined : desk.conversations.get(id)
  }

  /** Takes in what a command did, until the group it belongs to is committed or undone. */
  remember({ id, visitorId }: Conversation, card: Card, items: readonly NewItem[]): void {
    const before = this.#cards.get(id)
    const had = this.#byVisitor.get(visitorId)
    const seqs = this.#seqsIn(id)
    const said = items.filter((item) => 'id' in item)
    this.#undo.push(() => {
      for (const item of said) seqs.delete(item.id)
      if (before) this.#cards.set(id, before)
      else this.#forget(id)
      if (had) this.#byVisitor.set(visitorId, had)
      else this.#byVisitor.delete(visitorId)
    })
    this.#cards.set(id, card)
    this.#byVisitor.set(visitorId, id)
    for (const item of said) seqs.set(item.id, item.seq)
  }

  committed(): void {
    this.#undo = []
  }

  undo(): void {
    for (const undo of this.#undo.reverse()) undo()
    this.committed()
  }

  closed({ id, visitorId }: Conversation): void {
    this.#forget(id)
    // They may have asked anew in the same group.
    if (this.#byVisitor.get(visitorId) === id) this.#byVisitor.delete(visitorId)
  }

  #forget(id: ConversationId): void {
    this.#cards.delete(id)
    this.#seqs.delete(id)
  }

  /** A card that may be lost: stored with the next group. */
  setLazily(id: ConversationId, { card, isOpen }: { card: Card; isOpen: boolean }): void {
    if (isOpen) this.#cards.set(id, card)
    this.#lazy.set(id, card)
  }

  /** The newest card of each; written last, so that it is the one that stays. */
  takeLazy(): CardWrite[] {
    const lazy = [...this.#lazy].map(([id, card]) => ({ id, card: this.#cards.get(id) ?? card }))
    this.#lazy.clear()
    return lazy
  }
}
