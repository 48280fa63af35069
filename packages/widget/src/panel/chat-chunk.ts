import { type PersonChunk, PersonChunkModel } from '../models/person-chunk.ts'
import type { start } from './chat.ts'
import type { WidgetContext } from './context.ts'

export type ChatChunk = PersonChunk<ReturnType<typeof start>>

/** The chat's chunk; once it is there, the chat has been started. */
export function createChatChunk(context: WidgetContext): ChatChunk {
  return new PersonChunkModel(
    () => import('./chat.ts'),
    (chunk) => chunk.start(context),
  )
}
