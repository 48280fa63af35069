import { type Chunk, ChunkModel } from '../models/chunk.ts'
import type { start } from './chat.ts'
import type { WidgetContext } from './context.ts'

export type ChatChunk = Chunk<ReturnType<typeof start>>

/** The chat's chunk; once it is there, the chat has been started. */
export function createChatChunk(context: WidgetContext): ChatChunk {
  return new ChunkModel(
    () => import('./chat.ts'),
    (chunk) => chunk.start(context),
  )
}
