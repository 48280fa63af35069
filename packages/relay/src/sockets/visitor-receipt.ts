import { accepted, type Receipts, type Reply, refused } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { grown } from '../desk/card.ts'

/** What the visitor's pages have got and shown of the last conversation; it only grows. */
export function giveReceipt(context: Context, visitorId: string, receipts: Receipts): Reply<null> {
  const { live } = context
  const known = live.ofVisitor(visitorId)
  if (!known) return refused('no-conversation')
  const { conversation, card } = known
  const visitorHas = grown(card.visitorHas, receipts, conversation.lastSeq)
  if (visitorHas.read === card.visitorHas.read && visitorHas.delivered === card.visitorHas.delivered)
    return accepted(null)
  live.setCard(conversation, { ...card, visitorHas })
  context.doorbell.headChanged(conversation.id)
  return accepted(null)
}
