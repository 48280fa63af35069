import type { OperatorConnection } from '@deskbell/client/socket'
import { type Upload, upload } from '@deskbell/client/upload'
import {
  type Attached,
  type ConversationId,
  type FileId,
  fileLimits,
  type Refusal,
  type StoredFile,
  whyNotSent,
} from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import { type DraftsKept, filesOf } from './drafts.ts'
import type { Link } from './link.ts'
import { newId } from './new-id.ts'
import type { NoticeLine } from './notice.ts'
import { refusalWording, wording } from './wording.ts'

/** A file chosen for a reply that the relay does not have yet: so much of it is sent, from 0 to 1, or why not. */
export interface Underway {
  key: string
  conversationId: ConversationId
  file: File
  share: number
  refusal?: Refusal | 'unreachable'
}

interface Given {
  connection: OperatorConnection
  link: Link
  drafts: DraftsKept
  notice: NoticeLine
}

/** Files for replies on their way into the drafts, and those that were deleted, or restored, since this page was there. */
export const FilesModel = createModel(({ connection, link, drafts, notice }: Given) => {
  const { underway, change, put, drop } = createUnderway()
  const changed = signal<Readonly<Record<FileId, Attached>>>({})
  const uploads = new Map<string, Upload>()

  const of = (id: ConversationId) => underway.value.filter(({ conversationId }) => conversationId === id)

  async function begin({ key, conversationId, file }: Underway): Promise<void> {
    const wrong = whyNotSent(file)
    if (wrong) return change(key, { share: 0, refusal: wrong })
    change(key, { share: 0 })
    const path = `/api/conversations/${conversationId}/files`
    const sending = upload(relayHere(), { path, file, onProgress: (share) => change(key, { share }) })
    uploads.set(key, sending)
    const answer = await sending.done
    if (!answer.ok) return change(key, { share: 0, refusal: answer.refusal })
    remove(key)
    drafts.attach(conversationId, [...filesOf(drafts.drafts.peek(), conversationId), answer.value])
  }

  /** As many as one message takes. */
  function attach(conversationId: ConversationId, files: FileList): void {
    const room = fileLimits.inMessage - filesOf(drafts.drafts.peek(), conversationId).length - of(conversationId).length
    if (files.length > room) {
      notice.show({ text: wording('files.most', { count: fileLimits.inMessage }), isRefusal: true })
    }
    const chosen = firstOf(files, room).map((file) => ({ key: newId(), conversationId, file, share: 0 }))
    put(chosen)
    for (const one of chosen) void begin(one)
  }

  /** Ends sending it; what the relay has of it goes by itself. */
  function remove(key: string): void {
    uploads.get(key)?.abort()
    uploads.delete(key)
    drop(key)
  }

  effect(() =>
    connection.on('file:changed', ({ file }) => {
      changed.value = { ...changed.peek(), [file.id]: file }
    }),
  )
  effect(() => {
    if (!link.isUp.value) return
    for (const one of underway.peek()) if (one.refusal === 'unreachable') void begin(one)
  })
  effect(() => () => {
    for (const one of uploads.values()) one.abort()
  })

  return {
    underway,
    changed,
    attach,
    tryAgain: (one: Underway) => void begin(one),
    remove,
    deleteSent: deleting({ connection, notice }),
  }
})

/** Of a message that was sent: for the visitor too, and for good once the line that takes it back has gone. */
function deleting({ connection, notice }: Pick<Given, 'connection' | 'notice'>) {
  return async (conversationId: ConversationId, { id, name }: StoredFile): Promise<void> => {
    const ask = async (event: 'file:delete' | 'file:restore', done: () => void) => {
      const answer = await connection.request(event, { conversationId, id })
      if (answer.ok) done()
      else notice.show({ text: refusalWording(answer), isRefusal: true })
    }
    const undo = () => {
      notice.hide()
      void ask('file:restore', () => undefined)
    }
    await ask('file:delete', () => notice.show({ text: wording('files.taken', { name }), undo }))
  }
}

function createUnderway() {
  const underway = signal<readonly Underway[]>([])
  function change(key: string, { share, refusal }: Pick<Underway, 'share' | 'refusal'>): void {
    const changed = ({ conversationId, file }: Underway) => ({
      key,
      conversationId,
      file,
      share,
      ...(refusal && { refusal }),
    })
    underway.value = underway.peek().map((one) => (one.key === key ? changed(one) : one))
  }
  function put(more: readonly Underway[]): void {
    underway.value = [...underway.peek(), ...more]
  }
  function drop(key: string): void {
    underway.value = underway.peek().filter((one) => one.key !== key)
  }
  return { underway, change, put, drop }
}

/** Where more are there already than there may be, none. */
function firstOf(files: FileList, room: number): File[] {
  return [...files].slice(0, Math.max(0, room))
}

/** This page is `inbox/` of the relay. */
export function relayHere(): string {
  return new URL('..', location.href).href
}
