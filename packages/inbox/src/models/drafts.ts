import type { ConversationId } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { type Keep, readKept } from './kept.ts'

export type WritingKind = 'message' | 'note'
export type Drafts = Readonly<Record<string, string>>

const key = 'drafts'

/** What is being written, per conversation and apart for notes; kept until it is sent, across reloads. */
export const DraftsModel = createModel((keep: Keep) => {
  const drafts = signal(readKept<Drafts>(keep, key, {}))

  function write(id: ConversationId, kind: WritingKind, text: string): void {
    const { [`${kind}:${id}`]: _before, ...others } = drafts.peek()
    drafts.value = text === '' ? others : { ...others, [`${kind}:${id}`]: text }
    keep.write(key, JSON.stringify(drafts.peek()))
  }

  return { drafts, write }
})

/** What stands in a draft; read from the signal's value, so that a view follows it. */
export function draftOf(drafts: Drafts, id: ConversationId, kind: WritingKind): string {
  return drafts[`${kind}:${id}`] ?? ''
}
