import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { accepted, type ConversationId, fileLimits, type Reply, refused, type StoredFile } from '@deskbell/protocol'
import type { LiveDesk } from '../desk/live-desk.ts'
import { takeTime } from '../http/hurry.ts'
import { Buckets } from '../limits/bucket.ts'
import type { FileStore, Uploader } from '../store/file-store.ts'
import { nameFor } from './name.ts'
import { writePicture } from './picture.ts'
import { receive } from './receive.ts'
import { sniff } from './sniff.ts'

/** Files that come at the same time, from everybody together. */
const atOnce = 32
/** Of one address, which an office may share. */
const ofAddressAnHour = 120

interface Upload {
  conversationId: ConversationId
  uploader: Uploader
  /** As its sender calls it. */
  name: string
  /** Where a visitor is; operators are known. */
  address?: string
}

type Written = Pick<StoredFile, 'type' | 'bytes' | 'size'>

/** Takes files in: each is written to the disk as it comes, looked at, and kept for the message that will name it. */
export class Uploads {
  readonly #files: FileStore
  readonly #isOpen: (id: ConversationId) => boolean
  readonly #pace = new Buckets(fileLimits.anHour, fileLimits.anHour / 3600)
  readonly #paceOfAddress = new Buckets(ofAddressAnHour, ofAddressAnHour / 3600)
  #coming = 0

  constructor(files: FileStore, live: Pick<LiveDesk, 'desk'>) {
    this.#files = files
    this.#isOpen = (id) => live.desk.conversations.has(id)
  }

  /**
   * The body of the request as a file of a conversation. Refused: 'conversation-closed', 'rate-limited', 'files-too-many',
   * 'busy', 'file-too-large', 'file-type', 'file-damaged'.
   */
  async take(request: IncomingMessage, upload: Upload): Promise<Reply<StoredFile>> {
    const { conversationId, uploader, address } = upload
    if (!this.#isOpen(conversationId)) return refused('conversation-closed')
    if (this.#files.count(conversationId) >= fileLimits.inConversation) return refused('files-too-many')
    if (this.#coming >= atOnce) return refused('busy')
    const tooMany =
      this.#pace.refuse(`${conversationId} ${uploader}`) ??
      (address === undefined ? undefined : this.#paceOfAddress.refuse(address))
    if (tooMany) return tooMany
    this.#coming += 1
    const parts = { given: this.#files.newPart(), picture: this.#files.newPart(), thumbnail: this.#files.newPart() }
    try {
      takeTime(request)
      const received = await receive(request, parts.given)
      // What comes of it may take as long as others' pictures do.
      request.setTimeout(0)
      return received.ok ? await this.#keep(upload, parts, received.value) : received
    } finally {
      this.#coming -= 1
      await Promise.all(Object.values(parts).map((path) => rm(path, { force: true })))
    }
  }

  async #keep(upload: Upload, parts: Parts, bytes: number): Promise<Reply<StoredFile>> {
    const type = await sniff(parts.given)
    if (!type) return refused('file-type')
    const isPicture = type !== 'application/pdf' && type !== 'text/plain'
    const written: Written | undefined = isPicture
      ? await writePicture(parts.given, parts, type === 'image/jpeg')
      : { type, bytes }
    if (!written) return refused('file-damaged')
    // What was said meanwhile may have been erased.
    if (!this.#isOpen(upload.conversationId)) return refused('conversation-closed')
    const file: StoredFile = { id: randomUUID(), name: nameFor(upload.name, written.type), ...written }
    const { conversationId, uploader } = upload
    const kept = isPicture ? { bytes: parts.picture, thumbnail: parts.thumbnail } : { bytes: parts.given }
    await this.#files.keep({ ...file, conversationId, uploader, at: Date.now() }, kept)
    return accepted(file)
  }
}

type Parts = Record<'given' | 'picture' | 'thumbnail', string>
