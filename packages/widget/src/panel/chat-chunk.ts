import type { ComponentType } from 'preact'
import { type PersonChunk, PersonChunkModel } from '../models/person-chunk.ts'
import type { WidgetContext } from './context.ts'

interface ChatModule<Chat> {
  startChat(context: WidgetContext): Chat
  PersonView: ComponentType<{ context: WidgetContext; chat: Chat }>
}

interface StartedChat<Chat> {
  model: Chat
  PersonView: ComponentType<{ context: WidgetContext; chat: Chat }>
}

export type ChatChunk = PersonChunk<StartedChat<unknown>>

/** The chat's chunk; once it is there, the chat has been started. */
export function createChatChunk(context: WidgetContext): ChatChunk {
  const [fetchModule] = Object.values(import.meta.glob<ChatModule<unknown>>('../chat/chat.tsx'))
  return new PersonChunkModel(async () => {
    if (!fetchModule) throw new Error('The build has no chat')
    const { startChat, PersonView } = await fetchModule()
    return { model: startChat(context), PersonView }
  })
}
