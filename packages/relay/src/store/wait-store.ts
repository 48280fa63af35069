import type { Wait } from '@deskbell/desk'
import type { ConversationId, EstimatedWait, UnknownWait, WaitOutcome } from '@deskbell/protocol'
import type Database from 'libsql'

/** Every wait with what was promised and what came of it: no words, nothing of the visitor but the conversation's id. */
export interface WaitStore {
  /** The newest wait of each conversation that is open. */
  ofOpen(): Wait[]
  /** The newest wait of a conversation. */
  of(conversationId: ConversationId): Wait | undefined
  /** All waits of a conversation, earliest first. */
  allOf(conversationId: ConversationId): Wait[]
  /** Those who asked from one moment on and before another, earliest first. */
  between(from: number, until: number): Wait[]
}

interface Row {
  conversation_id: string
  asked_at: number
  locale: string
  position: number
  first_low: number | null
  first_likely: number | null
  first_high: number | null
  first_unknown: UnknownWait | null
  last_low: number | null
  last_likely: number | null
  last_high: number | null
  last_unknown: UnknownWait | null
  last_at: number | null
  outcome: WaitOutcome | null
  ended_at: number | null
  answered_at: number | null
}

/** `put` is for the transaction of a commit. */
export function openWaitStore(database: Database.Database): WaitStore & { put(wait: Wait): void } {
  const put = database.prepare(`INSERT OR REPLACE INTO waits VALUES (${new Array(16).fill('?').join(', ')})`)
  const open = database.prepare(
    `SELECT waits.*, max(waits.asked_at) FROM waits JOIN conversations ON id = conversation_id
     WHERE status <> 'closed' GROUP BY conversation_id`,
  )
  const one = database.prepare('SELECT * FROM waits WHERE conversation_id = ? ORDER BY asked_at DESC LIMIT 1')
  const all = database.prepare('SELECT * FROM waits WHERE conversation_id = ? ORDER BY asked_at')
  const between = database.prepare(
    'SELECT * FROM waits WHERE asked_at >= ? AND asked_at < ? ORDER BY asked_at, conversation_id',
  )
  return {
    put: (wait) => void put.run(...columnsOf(wait)),
    ofOpen: () => (open.all() as Row[]).map(fromRow),
    of(conversationId) {
      const row = one.get(conversationId) as Row | undefined
      return row && fromRow(row)
    },
    allOf: (conversationId) => (all.all(conversationId) as Row[]).map(fromRow),
    between: (from, until) => (between.all(from, until) as Row[]).map(fromRow),
  }
}

function columnsOf({ conversationId, askedAt, locale, position, first, last, ...rest }: Wait) {
  const { outcome = null, endedAt = null, answeredAt = null } = rest
  const told = [...(last ? promiseOf(last) : [null, null, null, null]), last?.at ?? null]
  return [conversationId, askedAt, locale, position, ...promiseOf(first), ...told, outcome, endedAt, answeredAt]
}

function promiseOf(told: EstimatedWait) {
  if (told.wait === 'unknown') return [null, null, null, told.reason]
  return [told.lowSeconds, told.likelySeconds, told.highSeconds, null]
}

function fromRow(row: Row): Wait {
  return {
    conversationId: row.conversation_id,
    askedAt: row.asked_at,
    locale: row.locale,
    position: row.position,
    first: toldIn(row.first_low, row.first_likely, row.first_high, row.first_unknown),
    ...(row.last_at !== null && {
      last: { ...toldIn(row.last_low, row.last_likely, row.last_high, row.last_unknown), at: row.last_at },
    }),
    ...(row.outcome !== null && { outcome: row.outcome }),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
  }
}

type Column = number | null

function toldIn(low: Column, likely: Column, high: Column, reason: UnknownWait | null): EstimatedWait {
  if (low === null || likely === null || high === null) return { wait: 'unknown', reason: reason ?? 'too-little-known' }
  return { wait: 'known', lowSeconds: low, likelySeconds: likely, highSeconds: high }
}
