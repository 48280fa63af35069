import type { Conversation, NewItem, Outcome } from '@deskbell/desk'
import type { Card } from './card.ts'

/** What happened in a conversation, as told after it was committed. */
export interface Happened {
  conversation: Conversation
  card: Card
  items: readonly NewItem[]
  /** In a conversation that runs, something was said and nothing else happened. */
  isOnlySaid?: boolean
  /** The socket that is told by the acknowledgement. */
  teller?: string | undefined
}

/** What a decision changes beside the desk. */
export interface Decided<T> {
  outcome: Outcome
  card?: Card
  teller?: string | undefined
  /** The value of the reply, made from the desk after the decision. */
  value: (conversation: Conversation, card: Card) => T
}

/** A message or note, but not the message that a conversation begins with. */
export function isSaidLater({ kind, seq }: NewItem): boolean {
  return (kind === 'message' || kind === 'note') && seq > 1
}
