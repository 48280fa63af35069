import type { Conversation } from '@deskbell/desk'

/** What the line and who serves it rest on besides, as JSON; most conversations have none of it. */
export type OfLine = Pick<
  Conversation,
  'priority' | 'skill' | 'openBy' | 'passedBy' | 'isPlaceLost' | 'followUp' | 'handed'
>

/** Nothing where there is none of it. */
export function lineOf({ priority, skill, openBy, passedBy, isPlaceLost, followUp, handed }: OfLine): string | null {
  const line = JSON.stringify({ priority, skill, openBy, passedBy, isPlaceLost, followUp, handed } satisfies Record<
    keyof OfLine,
    unknown
  >)
  return line === '{}' ? null : line
}

/** What was given and not opened before the relay ended may be opened as long as what is given now. */
export function withNewTime(conversation: Conversation, openBy: number): Conversation {
  return conversation.openBy === undefined ? conversation : { ...conversation, openBy }
}
