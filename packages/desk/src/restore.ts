import type { Conversation, Desk, DeskOperator } from './desk.ts'
import { inOrder } from './queue.ts'

/** An operator as the settings know them; away and absent unless said otherwise. */
export type KnownOperator = Pick<DeskOperator, 'id' | 'capacity'> & Partial<DeskOperator>

/** The desk after a restart, its line in order of `askedAt` (ties: id). Closed conversations are left out. */
export function restore(conversations: readonly Conversation[], operators: readonly KnownOperator[]): Desk {
  const open = conversations.filter((conversation) => conversation.status !== 'closed')
  return {
    operators: new Map(operators.map((given) => [given.id, { isOnDuty: false, isPresent: false, ...given }])),
    conversations: new Map(open.map((conversation) => [conversation.id, conversation])),
    queue: open
      .filter((conversation) => conversation.status === 'waiting')
      .sort(inOrder)
      .map((conversation) => conversation.id),
  }
}
