import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { NewItem } from '@deskbell/desk'
import type { ConversationId, Duty, OperatorId, Quiet } from '@deskbell/protocol'
import type Database from 'libsql'
import { connect, emptyLog, makeRoom } from './connect.ts'
import { type DraftStore, openDraftStore } from './draft-store.ts'
import { type DutyRow, dutyOf, quietUntilOf } from './duty-row.ts'
import { type FileStore, openFileStore } from './file-store.ts'
import { type Beside, type ConversationWrite, groupWriter } from './group-writer.ts'
import { fromRow, type HeadRow, type SaidRow, type StoredConversation, withWhatWasSaid } from './head-rows.ts'
import { type ItemReader, itemReader } from './item-store.ts'
import { openDatabase } from './open-database.ts'
import { openPersonalStore, type PersonalStore } from './personal-store.ts'
import { createSync } from './quick-sync.ts'
import { transact, writer } from './transact.ts'
import { openWaitStore, type WaitStore } from './wait-store.ts'

/** Conversations and their items: append-only, committed in groups. All but `commit` and drafts is on the disk when it returns. */
export interface LogStore extends ItemReader {
  /** All or nothing. Throws when it can't be stored; then nothing of it is in the store. On the disk once `synced` says so. */
  commit(writes: readonly ConversationWrite[], beside?: Beside): void
  /**
   * Undefined when all that was committed is on the disk already; else resolves when it is. Rejects when the disk fails: then
   * nobody knows what is there.
   */
  synced(): Promise<void> | undefined
  /** Writes what changes nothing, as durably as a commit. Throws when that can't be done now. */
  tryToWrite(): void
  conversation(id: ConversationId): StoredConversation | undefined
  /** The newest conversation of a visitor, closed or not. */
  latestOf(visitorId: string): StoredConversation | undefined
  open(): StoredConversation[]
  closedSince(moment: number): StoredConversation[]
  /** The open conversations and the last 1,000 closed ones, each with its first message and what moved it since. */
  movements(): Pick<ConversationWrite, 'conversation' | 'items'>[]
  setDuty(operatorId: OperatorId, duty: Duty): void
  setQuiet(operatorId: OperatorId, quiet?: Quiet): void
  /** What every operator said last, with ends that may have passed. */
  duties(): Map<OperatorId, Duty & { quiet?: Quiet }>
  waits: WaitStore
  personal: PersonalStore
  files: FileStore
  drafts: DraftStore
  /** For the small stores beside it (sessions, secrets). */
  database: Database.Database
  close(): void
}

/** Throws, with one line that says what to do, when the store is damaged or a newer relay has written it. */
export function openLogStore(folder: string): LogStore {
  const path = join(folder, 'conversations.db')
  const database = openDatabase(path)
  // Has the log, and its name in the folder, on the disk.
  tryToWrite(database)
  // Groups go through a connection of their own that leaves the sync of the log to us.
  const log = connect(path, 'NORMAL')
  const file = openSync(`${path}-wal`, 'r+')
  makeRoom(file)
  const sync = createSync(file)
  const waits = openWaitStore(log)
  const files = openFileStore(database, folder)
  let isBehind = false
  const parts = { ...groupWriter(log, waits.put), ...itemReader(log), ...heads(log), ...history(database) }
  return {
    database,
    waits,
    files,
    drafts: openDraftStore(log, database),
    personal: openPersonalStore(database, files),
    ...parts,
    commit(writes, beside) {
      // Its statements would still write; but nobody would sync what they wrote.
      if (!database.open) throw new Error('the store is closed')
      parts.commit(writes, beside)
      isBehind = true
    },
    synced() {
      if (!isBehind) return undefined
      isBehind = false
      return sync()
    },
    tryToWrite: () => tryToWrite(database),
    close() {
      if (!database.open) return
      emptyLog(database)
      closeSync(file)
      log.close()
      database.close()
    },
  }
}

/** The version it has: SQLite writes that page as any other. */
function tryToWrite(database: Database.Database): void {
  const [{ user_version }] = database.pragma('user_version') as [{ user_version: number }]
  transact(database, () => database.exec(`PRAGMA user_version = ${user_version}`))
}

function heads(database: Database.Database) {
  const byId = database.prepare('SELECT * FROM conversations WHERE id = ?')
  const byVisitor = database.prepare('SELECT * FROM conversations WHERE visitor_id = ? ORDER BY asked_at DESC LIMIT 1')
  const one = (row: unknown) => (row ? fromRow(row as HeadRow) : undefined)
  return {
    conversation: (id: string) => one(byId.get(id)),
    latestOf: (visitorId: string) => one(byVisitor.get(visitorId)),
  }
}

function history(database: Database.Database) {
  const open = database.prepare(`SELECT * FROM conversations WHERE status <> 'closed' ORDER BY asked_at`)
  const said = database.prepare(
    `SELECT conversation_id AS id, item FROM items WHERE id IN
       (SELECT placed.id FROM conversations JOIN placed ON conversation_id = conversations.id AND seq > last_seq
        WHERE status <> 'closed')
     ORDER BY conversation_id, seq`,
  )
  const closed = database.prepare(
    `SELECT * FROM conversations WHERE status = 'closed' AND closed_at > ? ORDER BY closed_at`,
  )
  const ended = database.prepare(
    `SELECT * FROM conversations WHERE status = 'closed' ORDER BY closed_at DESC LIMIT 1000`,
  )
  const moved = database.prepare(
    `SELECT item FROM items WHERE id IN (SELECT id FROM placed WHERE conversation_id = ?) AND (seq = 1 OR message_id IS NULL)
     ORDER BY seq`,
  )
  const duty = writer(
    database,
    `INSERT INTO duty (operator_id, is_on_duty, until, back_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       is_on_duty = excluded.is_on_duty, until = excluded.until, back_at = excluded.back_at,
       quiet_until = CASE WHEN excluded.is_on_duty THEN quiet_until END`,
  )
  const quieten = writer(database, 'UPDATE duty SET quiet_until = ? WHERE operator_id = ?')
  const duties = database.prepare('SELECT operator_id, is_on_duty, until, back_at, quiet_until FROM duty')
  return {
    open: () => withWhatWasSaid((open.all() as HeadRow[]).map(fromRow), said.all() as SaidRow[]),
    closedSince: (moment: number) => (closed.all(moment) as HeadRow[]).map(fromRow),
    movements: () =>
      ([...ended.all(), ...open.all()] as HeadRow[]).map((row) => ({
        conversation: fromRow(row).conversation,
        items: (moved.all(row.id) as { item: string }[]).map(({ item }) => JSON.parse(item) as NewItem),
      })),
    setDuty: (operatorId: OperatorId, { isOnDuty, until, backAt }: Duty) =>
      void duty(operatorId, isOnDuty ? 1 : 0, until ?? null, backAt ?? null),
    setQuiet: (operatorId: OperatorId, quiet?: Quiet) => void quieten(quietUntilOf(quiet), operatorId),
    duties: () => new Map((duties.all() as DutyRow[]).map((row) => [row.operator_id, dutyOf(row)])),
  }
}
