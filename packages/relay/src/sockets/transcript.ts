import { type Reply, refused, type TranscriptWish } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { VisitorSocket } from '../publish.ts'
import { endedOf } from './ended.ts'

/** Has the visitor's last conversation sent to an address, which is kept nowhere. */
export async function sendTranscript(
  { data: { visitorId, address } }: VisitorSocket,
  context: Context,
  { conversationId, email }: TranscriptWish,
): Promise<Reply<null>> {
  const { transcripts } = context
  if (!transcripts) return refused('mail-failed')
  const known = endedOf(context, visitorId, conversationId)
  return known.ok ? transcripts.send({ ...known.value, email, network: address }) : known
}
