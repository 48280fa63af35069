import type { Conversation } from '@deskbell/desk'
import type { Attached, ConversationId, FileId } from '@deskbell/protocol'
import type { FileStore } from '../store/file-store.ts'

/** So many are remembered; a file is seldom deleted. */
const most = 500

/** The last files that were deleted or restored since the relay started: who was away then is told of them again. */
export class ChangedFiles {
  readonly #files: Pick<FileStore, 'shown'>
  #known: readonly { conversationId: ConversationId; visitorId: string; id: FileId }[] = []

  constructor(files: Pick<FileStore, 'shown'>) {
    this.#files = files
  }

  add({ id: conversationId, visitorId }: Pick<Conversation, 'id' | 'visitorId'>, id: FileId): void {
    const others = this.#known.filter((one) => one.id !== id || one.conversationId !== conversationId)
    this.#known = [...others, { conversationId, visitorId, id }].slice(-most)
  }

  /** As they are now. */
  in(conversationId: ConversationId): Attached[] {
    return this.#shown(this.#known.filter((one) => one.conversationId === conversationId))
  }

  of(visitorId: string): Attached[] {
    return this.#shown(this.#known.filter((one) => one.visitorId === visitorId))
  }

  #shown(known: readonly { id: FileId }[]): Attached[] {
    return known.map(({ id }) => this.#files.shown(id))
  }
}
