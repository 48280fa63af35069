import { accepted, type ConversationId, limits, type Reply, refused } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { whyBlocked } from '../desk/card.ts'
import type { StoredConversation } from '../store/head-rows.ts'

/** A visitor's last conversation, where it is the one that is meant, an operator has had it, and it has not been over for long. */
export function endedOf(
  { live }: Pick<Context, 'live'>,
  visitorId: string,
  conversationId: ConversationId,
): Reply<StoredConversation> {
  const known = live.ofVisitor(visitorId)
  const { id, status, operatorId, closedAt = 0 } = known?.conversation ?? {}
  if (!known || id !== conversationId || status !== 'closed' || operatorId === undefined)
    return refused('no-conversation')
  const now = Date.now()
  const blocked = whyBlocked(known.card, now)
  if (blocked) return blocked
  return now - closedAt > limits.rateWithin ? refused('conversation-closed') : accepted(known)
}
