import type { ConversationId } from '@deskbell/protocol'
import type { Conversation, Desk } from './desk.ts'

const everybodys = 1

/** 0 is served before 1. */
export function priorityOf({ priority = everybodys }: Conversation): number {
  return priority
}

/** The order of the line: priority, then who asked first; ids decide between two of the same millisecond. */
export function inOrder(one: Conversation, other: Conversation): number {
  if (priorityOf(one) !== priorityOf(other)) return priorityOf(one) - priorityOf(other)
  if (one.askedAt !== other.askedAt) return one.askedAt - other.askedAt
  return one.id < other.id ? -1 : 1
}

/** The place in line, 1 is next; undefined for a conversation that does not wait. */
export function positionOf(desk: Desk, conversationId: ConversationId): number | undefined {
  const index = desk.queue.indexOf(conversationId)
  return index < 0 ? undefined : index + 1
}

/** Those in line who are there to be answered, in its order; those who are not keep their places. */
export function presentInLine(desk: Desk): Conversation[] {
  return desk.queue.flatMap((id) => {
    const conversation = desk.conversations.get(id)
    return conversation?.isVisitorPresent ? [conversation] : []
  })
}

/**
 * When somebody who asks `now` (ms) counts as having asked: later than everybody in line. So the newcomer stands last
 * even in a shared millisecond or after the clock was set back, and the line is the same when it is rebuilt.
 */
export function askedAtEnd(desk: Desk, now: number): number {
  const asked = desk.queue.map((id) => desk.conversations.get(id)?.askedAt ?? 0)
  return asked.reduce((latest, askedAt) => Math.max(latest, askedAt + 1), now)
}

/** The line with a conversation in the place its `askedAt` gives it. */
export function enter(desk: Desk, conversation: Conversation): readonly ConversationId[] {
  const behind = desk.queue.findLastIndex((id) => {
    const other = desk.conversations.get(id)
    return other !== undefined && inOrder(other, conversation) < 0
  })
  return desk.queue.toSpliced(behind + 1, 0, conversation.id)
}

export function leave(desk: Desk, conversationId: ConversationId): readonly ConversationId[] {
  return desk.queue.filter((id) => id !== conversationId)
}
