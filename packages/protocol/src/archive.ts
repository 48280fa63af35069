import type { OperatorConversation } from './messages.ts'

/**
 * `GET /api/conversations` (operators): conversations in which every word of `q` was said or noted, or is of the visitor's name or
 * of a label; without `q`, all, open ones too. `operator`: who has it or answered in it. A merged question is found as what it was
 * merged into. The last asked first. `from` and `to`: when they were asked, in ms since 1970.
 */
export interface FoundConversations {
  found: readonly FoundConversation[]
  /** Where the next page begins; absent on the last. A page with `next` may be empty. */
  next?: string
  /** Not all that was said is known to the search yet: the relay is still reading. */
  isReading: boolean
}

export interface FoundConversation {
  conversation: OperatorConversation
  /** The message with the most of the words; absent where none has any, or nothing was searched for. */
  said?: { seq: number; text: string }
}
