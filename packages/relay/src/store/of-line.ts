import type { Conversation } from '@deskbell/desk'

/** What the line and who serves it rest on besides, as JSON; most conversations have none of it. */
export type OfLine = Pick<Conversation, 'priority' | 'skill' | 'openBy' | 'passedBy' | 'isPlaceLost'>

/** Nothing where there is none of it. */
export function lineOf({ priority, skill, openBy, passedBy, isPlaceLost }: OfLine): string | null {
  const line = JSON.stringify({ priority, skill, openBy, passedBy, isPlaceLost } satisfies Record<
    keyof OfLine,
    unknown
  >)
  return line === '{}' ? null : line
}
