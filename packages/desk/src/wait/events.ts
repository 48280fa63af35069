import type { ConversationId, Locale, OperatorId } from '@deskbell/protocol'

/** One working time of an operator as planned; the real one differs by some minutes. Times in ms since 1970. */
export interface Shift {
  operatorId: OperatorId
  from: number
  to: number
  capacity: number
  skills: readonly string[]
  languages?: readonly Locale[]
}

/**
 * What happens to the line and the team, in order of `at` (ms since 1970). `needs`: what an operator must have among the
 * skills to serve; `language` is asked for as long as somebody on duty who could serve speaks it. `askedAt` is the order of
 * the line, earlier than `at` for who comes back to it. `until`: the planned end of duty, or the planned return of who is
 * away. A `no-show` had left unseen; who was `interrupted` will join again; `closed` is the end of the day.
 */
export type LineEvent = { at: number } & (
  | { kind: 'roster'; shifts: readonly Shift[] }
  | {
      kind: 'operator'
      operatorId: OperatorId
      state: 'on-duty' | 'away' | 'gone'
      capacity: number
      skills: readonly string[]
      languages?: readonly Locale[]
      until?: number
    }
  | {
      kind: 'joined'
      conversationId: ConversationId
      needs: readonly string[]
      language?: Locale
      priority: number
      askedAt: number
    }
  | { kind: 'assigned'; conversationId: ConversationId; operatorId: OperatorId }
  | { kind: 'transferred'; conversationId: ConversationId; operatorId: OperatorId }
  | { kind: 'ended'; conversationId: ConversationId; outcome: 'done' | 'no-show' | 'interrupted' }
  | { kind: 'left'; conversationId: ConversationId; outcome: 'gave-up' | 'closed' }
)
