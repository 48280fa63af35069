import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorItem } from '@deskbell/protocol'

type Listener = (item: OperatorItem) => void

/** Items by conversation, from the news and from what our own letters became: whichever comes first. */
export interface Hub {
  hear(conversationId: ConversationId, listener: Listener): () => void
  tell(conversationId: ConversationId, item: OperatorItem): void
  close(): void
}

export function createHub(connection: OperatorConnection): Hub {
  const listeners = new Map<ConversationId, Set<Listener>>()
  const tell: Hub['tell'] = (conversationId, item) => {
    for (const listener of listeners.get(conversationId) ?? []) listener(item)
  }
  const stops = [
    connection.on('message:sent', ({ conversationId, item }) => tell(conversationId, item)),
    connection.on('conversation:moved', ({ conversationId, item }) => tell(conversationId, item)),
  ]
  return {
    hear(conversationId, listener) {
      const heard = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, heard.add(listener))
      return () => {
        heard.delete(listener)
        if (heard.size === 0 && listeners.get(conversationId) === heard) listeners.delete(conversationId)
      }
    },
    tell,
    close() {
      for (const stop of stops) stop()
    },
  }
}
