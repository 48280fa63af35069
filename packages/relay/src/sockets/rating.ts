import { accepted, limits, type Rate, type Rating, type Reply, refused } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { whyBlocked } from '../desk/card.ts'
import { type VisitorSocket, visitorRoom } from '../publish.ts'
import { toVisitorConversation } from '../serializers.ts'

/** What the visitor says of the end of their last conversation; on the disk when it is acknowledged, told to all their tabs. */
export async function rate(socket: VisitorSocket, context: Context, given: Rate): Promise<Reply<null>> {
  const { live, team, line } = context
  const { visitorId } = socket.data
  const { conversationId, ...said } = given
  const known = live.ofVisitor(visitorId)
  const { id, status, operatorId, closedAt = 0 } = known?.conversation ?? {}
  if (!known || id !== conversationId || status !== 'closed' || operatorId === undefined)
    return refused('no-conversation')
  const at = Date.now()
  const blocked = whyBlocked(known.card, at)
  if (blocked) return blocked
  if (at - closedAt > limits.rateWithin) return refused('conversation-closed')
  const { conversation, card } = known
  const rating: Rating = { ...said, at }
  const reply = await live.decide(conversationId, (desk) => ({
    outcome: { ok: true, desk, conversation, items: [] },
    card: { ...card, rating },
    value: (ended, after) => toVisitorConversation(team, ended, after),
  }))
  if (!reply.ok) return reply
  socket.nsp.to(visitorRoom(visitorId)).emit('visitor:welcome', { people: line.people(), conversation: reply.value })
  return accepted(null)
}
