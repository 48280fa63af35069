import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorItem } from '@deskbell/protocol'

/** The visitor's first words of a conversation of which this much is on screen; `''` where they can't be had. */
export async function firstQuestion(
  shown: readonly OperatorItem[],
  { connection, id }: { connection: OperatorConnection; id: ConversationId },
): Promise<string> {
  if (shown[0]?.seq === 1) return firstWords(shown)
  const answer = await connection.request('conversation:resume', { conversationId: id, after: 0 })
  return answer.ok ? firstWords(answer.value.items) : ''
}

function firstWords(items: readonly OperatorItem[]): string {
  for (const item of items) if (item.kind === 'message' && item.from === 'visitor' && item.text) return item.text
  return ''
}
