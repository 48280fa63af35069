import type { Conversation, NewItem, Outcome } from '@deskbell/desk'
import type { Card } from './card.ts'

/** What happened in a conversation, as told after it was committed. */
export interface Happened {
  conversation: Conversation
  card: Card
  items: readonly NewItem[]
}

/** What a decision changes beside the desk. */
export interface Decided<T> {
  outcome: Outcome
  card?: Card
  /** The value of the reply, made from the desk after the decision. */
  value: (conversation: Conversation, card: Card) => T
}
