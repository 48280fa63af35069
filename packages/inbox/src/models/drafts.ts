import type { OperatorConnection } from '@deskbell/client/socket'
import { type ConversationId, type EntryId, limits } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import { type Keep, readKept } from './kept.ts'

export type WritingKind = 'message' | 'note'
export type Drafts = Readonly<Record<string, string>>

const key = 'drafts'

/** What is being written, per conversation and apart for notes; kept until it is sent, across reloads. */
export const DraftsModel = createModel((keep: Keep, connection: Pick<OperatorConnection, 'on'>) => {
  const drafts = signal(readKept<Drafts>(keep, key, {}))

  effect(() =>
    connection.on('conversation:erased', ({ conversationId }) => {
      for (const kind of ['message', 'note', 'answers']) put(`${kind}:${conversationId}`, '')
    }),
  )

  function write(id: ConversationId, kind: WritingKind, text: string): void {
    put(`${kind}:${id}`, text)
    if (kind === 'message' && text === '') put(`answers:${id}`, '')
  }

  /** An entry was inserted into the message. */
  function answer(id: ConversationId, entryId: EntryId): void {
    const answers = new Set([...answersOf(drafts.peek(), id), entryId])
    put(`answers:${id}`, [...answers].slice(-limits.answersInserted).join(' '))
  }

  function put(name: string, text: string): void {
    // Another tab may have written in another conversation since.
    const { [name]: _before, ...others } = readKept<Drafts>(keep, key, drafts.peek())
    drafts.value = text === '' ? others : { ...others, [name]: text }
    keep.write(key, JSON.stringify(drafts.peek()))
  }

  return { drafts, write, answer }
})

/** What stands in a draft; read from the signal's value, so that a view follows it. */
export function draftOf(drafts: Drafts, id: ConversationId, kind: WritingKind): string {
  return drafts[`${kind}:${id}`] ?? ''
}

/** The entries inserted into a message. */
export function answersOf(drafts: Drafts, id: ConversationId): EntryId[] {
  return drafts[`answers:${id}`]?.split(' ') ?? []
}
