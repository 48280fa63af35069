import { type KeptDraft, type OperatorId, workLimits } from '@deskbell/protocol'
import type Database from 'libsql'
import { transact, writer } from './transact.ts'

/** What operators are writing. It goes with its conversation, and may be lost until something else is committed. */
export interface DraftStore {
  /** The last one wins; an empty text ends it. Of many, those written to last are kept. */
  put(operatorId: OperatorId, draft: KeptDraft, at: number): void
  of(operatorId: OperatorId): KeptDraft[]
  /** Whose it is, and since when it reads so; earliest first. */
  in(conversationId: string): (Pick<KeptDraft, 'kind' | 'text'> & { by: OperatorId; at: number })[]
  /** On the disk when it returns. */
  removeOf(operatorId: OperatorId): void
}

interface Row {
  operator_id: OperatorId
  conversation_id: string
  kind: KeptDraft['kind']
  text: string
  gaps: string | null
  at: number
}

/** `log` leaves the sync to the next group. */
export function openDraftStore(log: Database.Database, database: Database.Database): DraftStore {
  const put = writer(
    log,
    'INSERT OR REPLACE INTO drafts (operator_id, conversation_id, kind, text, gaps, at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const end = writer(log, 'DELETE FROM drafts WHERE operator_id = ? AND conversation_id = ? AND kind = ?')
  const trim = writer(
    log,
    `DELETE FROM drafts WHERE operator_id = ?1 AND (conversation_id, kind) NOT IN
       (SELECT conversation_id, kind FROM drafts WHERE operator_id = ?1 ORDER BY at DESC LIMIT ${workLimits.drafts})`,
  )
  const removeOf = writer(database, 'DELETE FROM drafts WHERE operator_id = ?')
  const own = log.prepare('SELECT * FROM drafts WHERE operator_id = ?')
  const inOne = log.prepare('SELECT * FROM drafts WHERE conversation_id = ? ORDER BY at')
  return {
    put(operatorId, { conversationId, kind, text, gaps }, at) {
      if (text === '') return void end(operatorId, conversationId, kind)
      transact(log, () => {
        put(operatorId, conversationId, kind, text, gaps ? JSON.stringify(gaps) : null, at)
        trim(operatorId)
      })
    },
    of: (operatorId) =>
      (own.all(operatorId) as Row[]).map(({ conversation_id, kind, text, gaps }) => ({
        conversationId: conversation_id,
        kind,
        text,
        ...(gaps !== null && { gaps: JSON.parse(gaps) }),
      })),
    in: (conversationId) =>
      (inOne.all(conversationId) as Row[]).map(({ operator_id, kind, text, at }) => ({
        by: operator_id,
        kind,
        text,
        at,
      })),
    removeOf: (operatorId) => void removeOf(operatorId),
  }
}
