import { accepted, type Rate, type Rating, type Reply } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { type VisitorSocket, visitorRoom } from '../publish.ts'
import { toVisitorConversation } from '../serializers.ts'
import { endedOf } from './ended.ts'

/** What the visitor says of the end of their last conversation; on the disk when it is acknowledged, told to all their tabs. */
export async function rate(socket: VisitorSocket, context: Context, given: Rate): Promise<Reply<null>> {
  const { live, team, line } = context
  const { visitorId } = socket.data
  const { conversationId, ...said } = given
  const known = endedOf(context, visitorId, conversationId)
  if (!known.ok) return known
  const { conversation, card } = known.value
  const rating: Rating = { ...said, at: Date.now() }
  const reply = await live.decide(conversationId, (desk) => ({
    outcome: { ok: true, desk, conversation, items: [] },
    card: { ...card, rating },
    value: (ended, after) => toVisitorConversation(team, ended, after),
  }))
  if (!reply.ok) return reply
  socket.nsp.to(visitorRoom(visitorId)).emit('visitor:welcome', { people: line.people(), conversation: reply.value })
  return accepted(null)
}
