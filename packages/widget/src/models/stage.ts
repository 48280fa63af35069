import type { Person, VisitorConversation } from '@deskbell/protocol'
import type { Letter } from './letter.ts'

/**
 * What goes on between the visitor and the desk. `sending`: asked, not accepted yet. `deserted`: in line, and nobody on duty.
 * `question`: left for later.
 */
export type Stage = 'asking' | 'sending' | 'waiting' | 'deserted' | 'talking' | 'question' | 'ended'

export interface Facts {
  head: VisitorConversation | undefined
  letters: readonly Letter[]
  /** Who is on duty, as far as the connection has told. */
  people: readonly Person[] | undefined
  /** The visitor wants another conversation than the one that ended. */
  isBeginningAnew: boolean
}

/** What the visitor has decided counts at once, also before the relay could be told. */
export function stageOf({ head, letters, people, isBeginningAnew }: Facts): Stage {
  const isWanted = (...kinds: Letter['kind'][]) => letters.some(({ kind }) => kinds.includes(kind))
  if (isWanted('close')) return 'ended'
  if (!head || isBeginningAnew) return isWanted('ask', 'leave') ? 'sending' : 'asking'
  if (isWanted('pend', 'leave') && head.status === 'waiting') return 'question'
  switch (head.status) {
    case 'waiting':
      return people?.length === 0 ? 'deserted' : 'waiting'
    case 'assigned':
      return 'talking'
    case 'pending':
      return 'question'
    case 'closed':
      return isWanted('ask', 'leave') ? 'sending' : 'ended'
  }
}
