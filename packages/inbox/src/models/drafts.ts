import type { OperatorConnection } from '@deskbell/client/socket'
import { type ConversationId, type EntryId, type KeptDraft, limits, type StoredFile } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import type { Gaps } from './canned-text.ts'
import { syncDrafts } from './draft-sync.ts'
import type { Keep } from './kept.ts'

export type WritingKind = KeptDraft['kind']
export type Drafts = Readonly<Record<string, string>>

interface Given {
  text: string
  files?: readonly StoredFile[]
}

/** Each under a name of its own, so that no tab writes over what another one has written. */
const start = 'draft-'

/** What is being written, per conversation and apart for notes; kept until it is sent, across reloads, in all tabs and on all devices. */
export const DraftsModel = createModel((keep: Keep, connection: Pick<OperatorConnection, 'on' | 'request'>) => {
  const { drafts, put } = keptDrafts(keep)
  effect(() => connection.on('conversation:erased', ({ conversationId }) => forget(conversationId)))
  const sync = syncDrafts(connection, { drafts, gapsOf: (id) => gapsOf(drafts.peek(), id), set, gap, put, forget })

  function write(id: ConversationId, kind: WritingKind, text: string): void {
    set(id, kind, text)
    sync.tell(id, kind)
  }

  function set(id: ConversationId, kind: WritingKind, text: string): void {
    put(`${kind}:${id}`, text)
    if (kind === 'message' && text === '') put(`answers:${id}`, '')
  }

  function forget(id: ConversationId): void {
    for (const kind of ['message', 'note', 'answers', 'gaps', 'files', 'seen', 'told-message', 'told-note'])
      put(`${kind}:${id}`, '')
  }

  /** It was sent, with all that belongs to it. */
  function empty(id: ConversationId, kind: WritingKind): void {
    write(id, kind, '')
    if (kind === 'note') return
    attach(id, [])
    gap(id, {})
  }

  /** In front of what was written meanwhile. */
  function putBack(id: ConversationId, kind: WritingKind, { text, files = [] }: Given): void {
    write(id, kind, [text, draftOf(drafts.peek(), id, kind)].filter((part) => part.trim() !== '').join('\n\n'))
    if (files.length > 0) attach(id, [...files, ...filesOf(drafts.peek(), id)])
  }

  /** An entry was inserted into the message. */
  function answer(id: ConversationId, entryId: EntryId): void {
    const answers = new Set([...answersOf(drafts.peek(), id), entryId])
    put(`answers:${id}`, [...answers].slice(-limits.answersInserted).join(' '))
  }

  /** What is to be filled in wherever it stands in the message, until that is sent: emptying the field can be undone. */
  function gap(id: ConversationId, gaps: Gaps): void {
    put(`gaps:${id}`, Object.keys(gaps).length > 0 ? JSON.stringify(gaps) : '')
  }

  /** What goes out with the message; the relay has it already. */
  function attach(id: ConversationId, files: readonly StoredFile[]): void {
    put(`files:${id}`, files.length > 0 ? JSON.stringify(files) : '')
  }

  /** How far the conversation was on screen when the message was begun, or stopped. Undefined: there is none. */
  function see(id: ConversationId, seq: number | undefined): void {
    put(`seen:${id}`, seq === undefined ? '' : String(seq))
  }

  return { drafts, write, empty, putBack, answer, gap, attach, see }
})

/** As this device keeps them. Written on in another tab, they go on here. */
function keptDrafts(keep: Keep) {
  const drafts = signal<Drafts>({})
  for (const name of keep.names(start)) read(name)
  effect(() => keep.onChange((name) => name.startsWith(start) && read(name)))

  function put(name: string, text: string): void {
    keep.write(start + name, text === '' ? undefined : text)
    read(start + name)
  }

  function read(kept: string): void {
    const name = kept.slice(start.length)
    const { [name]: _before, ...others } = drafts.peek()
    const text = keep.read(kept)
    drafts.value = text === undefined ? others : { ...others, [name]: text }
  }

  return { drafts, put }
}

export type DraftsKept = InstanceType<typeof DraftsModel>

/** What stands in a draft; read from the signal's value, so that a view follows it. */
export function draftOf(drafts: Drafts, id: ConversationId, kind: WritingKind): string {
  return drafts[`${kind}:${id}`] ?? ''
}

/** The entries inserted into a message. */
export function answersOf(drafts: Drafts, id: ConversationId): EntryId[] {
  return drafts[`answers:${id}`]?.split(' ') ?? []
}

/** The files that go out with the message. */
export function filesOf(drafts: Drafts, id: ConversationId): readonly StoredFile[] {
  return JSON.parse(drafts[`files:${id}`] ?? '[]') as StoredFile[]
}

/** What is to be filled in before the message is sent. */
export function gapsOf(drafts: Drafts, id: ConversationId): Gaps {
  return JSON.parse(drafts[`gaps:${id}`] ?? '{}') as Gaps
}
