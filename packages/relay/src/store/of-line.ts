import type { Conversation } from '@deskbell/desk'

const parts = [
  ...['priority', 'skill', 'openBy', 'passedBy', 'isPlaceLost', 'followUp'],
  ...['handed', 'guests', 'invited', 'mergedInto'],
] as const

/** What the line and who serves it rest on besides, as JSON; most conversations have none of it. */
export type OfLine = Pick<Conversation, (typeof parts)[number]>

/** Nothing where there is none of it. */
export function lineOf(conversation: OfLine): string | null {
  const line = JSON.stringify(Object.fromEntries(parts.map((part) => [part, conversation[part]])))
  return line === '{}' ? null : line
}

/** What was given and not opened before the relay ended may be opened as long as what is given now. */
export function withNewTime(conversation: Conversation, openBy: number): Conversation {
  return conversation.openBy === undefined ? conversation : { ...conversation, openBy }
}
