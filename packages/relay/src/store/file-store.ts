import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewItem } from '@deskbell/desk'
import {
  type Attached,
  type ConversationId,
  type FileId,
  type FileType,
  fileLimits,
  type OperatorId,
  type StoredFile,
} from '@deskbell/protocol'
import type Database from 'libsql'
import { itemReader } from './item-store.ts'
import { restorable } from './restorable.ts'
import { transact, writer } from './transact.ts'

export interface KeptFile extends StoredFile {
  conversationId: ConversationId
  uploader: Uploader
  at: number
}

export type Uploader = 'visitor' | OperatorId

/** Files of conversations: what is known of them in the database, their bytes in a folder beside it, named by their id. */
export interface FileStore {
  folder: string
  /** A path for bytes that are coming; what is left there is swept up. */
  newPart(): string
  /** Takes the bytes of a file (and its thumbnail) over from their parts. All of it is on the disk when it resolves. */
  keep(file: KeptFile, parts: { bytes: string; thumbnail?: string }): Promise<void>
  find(id: FileId): KeptFile | undefined
  /** As it stands in the message it came with. */
  shown(id: FileId): Attached
  count(conversationId: ConversationId): number
  /** For a message: uploaded by this side to this conversation, not sent yet. Undefined where one of them is not. */
  toSend(ids: readonly FileId[], of: { conversationId: ConversationId; uploader: Uploader }): StoredFile[] | undefined
  /** Out of the message it came with, and found no more; its bytes stay as long as it can be restored. What was not sent is left alone: false. */
  delete(id: FileId, now: number): boolean
  /** One that was deleted in this conversation, in its message again; undefined where that is too late. */
  restore(id: FileId, conversationId: ConversationId): StoredFile | undefined
  /** Takes away for good what was deleted and can't be restored any more. */
  eraseDeleted(now: number): void
  of(conversationIds: readonly ConversationId[]): FileId[]
  /** Removes the bytes of files that the database has no more. */
  remove(ids: readonly FileId[]): void
  /** Deletes what no message named in time, and bytes that nothing is known of and that are as old. */
  sweep(now: number): Promise<void>
}

interface FileRow {
  id: FileId
  conversation_id: ConversationId
  uploader: Uploader
  name: string
  type: FileType
  bytes: number
  width: number | null
  height: number | null
  at: number
  seq: number | null
  deleted_at: number | null
}

/** Longer than a file may wait, so that none goes between the decision that names it and its commit. */
const swept = fileLimits.unsent + 60_000
const thumbnailOf = (id: FileId) => `${id}.thumbnail`

export function openFileStore(database: Database.Database, dataFolder: string): FileStore {
  const folder = join(dataFolder, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rows = openRows(database)
  function remove(ids: readonly FileId[]): void {
    for (const id of ids) for (const name of [id, thumbnailOf(id)]) rmSync(join(folder, name), { force: true })
  }
  function erase(ids: readonly FileId[]): void {
    for (const id of ids) rows.drop(id)
    remove(ids)
  }
  return {
    folder,
    ...rows,
    remove,
    newPart: () => join(folder, `${randomUUID()}.part`),
    async keep(file, { bytes, thumbnail }) {
      await moveSynced(bytes, join(folder, file.id))
      if (thumbnail !== undefined) await moveSynced(thumbnail, join(folder, thumbnailOf(file.id)))
      await sync(folder)
      rows.add(file)
    },
    eraseDeleted: (now) => erase(rows.deletedBefore(now - restorable)),
    async sweep(now) {
      erase(rows.unsentBefore(now - swept))
      for (const name of await readdir(folder)) {
        const [id = ''] = name.split('.')
        const path = join(folder, name)
        if (!rows.isKnown(id) && (await changedAt(path)) < now - swept) rmSync(path, { force: true })
      }
    },
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}

async function moveSynced(from: string, to: string): Promise<void> {
  await sync(from)
  await rename(from, to)
}

/** In ms since 1970; what is gone meanwhile is as new as can be. */
async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY
}

function openRows(database: Database.Database) {
  const insert = writer(
    database,
    `INSERT INTO files (id, conversation_id, uploader, name, type, bytes, width, height, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const byId = database.prepare('SELECT * FROM files WHERE id = ?')
  const ofConversation = database.prepare('SELECT id FROM files WHERE conversation_id = ?')
  const unsent = database.prepare('SELECT id FROM files WHERE seq IS NULL AND at < ?')
  const deleted = database.prepare('SELECT id FROM files WHERE deleted_at < ?')
  const row = (id: FileId) => byId.get(id) as FileRow | undefined
  const ids = (found: unknown[]) => (found as { id: FileId }[]).map(({ id }) => id)
  const of = (conversationIds: readonly ConversationId[]) =>
    conversationIds.flatMap((id) => ids(ofConversation.all(id)))
  return {
    of,
    count: (conversationId: ConversationId) => of([conversationId]).length,
    isKnown: (id: FileId) => row(id) !== undefined,
    find(id: FileId) {
      const found = row(id)
      return found && found.deleted_at === null ? keptFile(found) : undefined
    },
    shown(id: FileId): Attached {
      const found = row(id)
      return found && found.deleted_at === null ? storedFile(found) : { id, isDeleted: true }
    },
    add({ id, conversationId, uploader, name, type, bytes, size, at }: KeptFile) {
      insert(id, conversationId, uploader, name, type, bytes, size?.width ?? null, size?.height ?? null, at)
    },
    toSend(wanted: readonly FileId[], { conversationId, uploader }: Pick<KeptFile, 'conversationId' | 'uploader'>) {
      const found = wanted.flatMap((id) => row(id) ?? [])
      const oldest = Date.now() - fileLimits.unsent
      const isTheirs = (file: FileRow) =>
        file.seq === null &&
        file.deleted_at === null &&
        file.at > oldest &&
        file.conversation_id === conversationId &&
        (file.uploader === 'visitor') === (uploader === 'visitor')
      return found.length === wanted.length && found.every(isTheirs) ? found.map(storedFile) : undefined
    },
    unsentBefore: (moment: number) => ids(unsent.all(moment)),
    deletedBefore: (moment: number) => ids(deleted.all(moment)),
    ...ways(database, row),
  }
}

/** Out of the message a file came with, back into it, and out of the store. */
function ways(database: Database.Database, row: (id: FileId) => FileRow | undefined) {
  const mark = writer(database, 'UPDATE files SET deleted_at = ? WHERE id = ?')
  const drop = writer(database, 'DELETE FROM files WHERE id = ?')
  const show = shower(database)
  return {
    drop,
    delete: (id: FileId, now: number) =>
      transact(database, () => {
        const file = row(id)
        if (!file || file.deleted_at !== null || file.seq === null) return false
        show(file, { id, isDeleted: true })
        mark(now, id)
        return true
      }),
    restore: (id: FileId, conversationId: ConversationId) =>
      transact(database, () => {
        const file = row(id)
        if (file?.conversation_id !== conversationId || file.deleted_at === null) return undefined
        const stored = storedFile(file)
        show(file, stored)
        mark(null, id)
        return stored
      }),
  }
}

/** Puts it, as it is now, into the message it came with, wherever that was merged from. */
function shower(database: Database.Database): (file: FileRow, as: Attached) => void {
  const { itemAt } = itemReader(database)
  const rewrite = writer(
    database,
    'UPDATE items SET item = ? WHERE id = (SELECT id FROM placed WHERE conversation_id = ? AND seq = ?)',
  )
  return ({ conversation_id, seq }, as) => {
    let place = seq === null ? undefined : { conversationId: conversation_id, seq }
    while (place) {
      const said = itemAt(place.conversationId, place.seq)
      if (!said) break
      rewrite(JSON.stringify(withFile(said, as)), place.conversationId, place.seq)
      place = said.kind === 'message' ? said.of : undefined
    }
  }
}

function withFile(item: NewItem, as: Attached): NewItem {
  if (item.kind !== 'message' || !item.files) return item
  return { ...item, files: item.files.map((file) => (file.id === as.id ? as : file)) }
}

function storedFile({ id, name, type, bytes, width, height }: FileRow): StoredFile {
  return { ...{ id, name, type, bytes }, ...(width !== null && height !== null && { size: { width, height } }) }
}

function keptFile(row: FileRow): KeptFile {
  return { ...storedFile(row), conversationId: row.conversation_id, uploader: row.uploader, at: row.at }
}
