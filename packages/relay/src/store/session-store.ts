import { createHash, randomBytes } from 'node:crypto'
import type { Browser, OwnSession } from '@deskbell/protocol'
import type Database from 'libsql'
import { dayOf } from './day.ts'
import { transact, writer } from './transact.ts'

const sessionLife = 30 * 24 * 3_600_000
const invitationLife = 7 * 24 * 3_600_000

/** Operators' sessions and one-time links: 256 random bits each; the store holds their SHA-256 only. */
export interface SessionStore {
  begin(operatorId: string, now: number, from?: Browser): { token: string; expiresAt: number }
  /** Notes the day. */
  operatorOf(token: string, now: number): string | undefined
  /** An operator's, the newest first. */
  of(operatorId: string, now: number): Omit<OwnSession, 'isThis'>[]
  end(token: string): void
  /** The operator's session with this id, if there is one. */
  endOne(operatorId: string, id: string): void
  /** All of an operator's, but the one with this token. */
  endOf(operatorId: string, except?: string): void
  invite(now: number): { token: string; expiresAt: number }
  isInvited(token: string, now: number): boolean
  /** True once. */
  useInvitation(token: string, now: number): boolean
  /** A secret of this installation, made at its first use. */
  secret(name: string): Buffer
  renewSecret(name: string): Buffer
}

export function openSessionStore(database: Database.Database): SessionStore {
  const addSession = writer(
    database,
    'INSERT INTO sessions (token_hash, operator_id, expires_at, browser, system) VALUES (?, ?, ?, ?, ?)',
  )
  const endSession = writer(database, 'DELETE FROM sessions WHERE token_hash = ?')
  const endAll = writer(database, 'DELETE FROM sessions WHERE operator_id = ? AND token_hash <> ?')
  const forget = writer(database, 'DELETE FROM sessions WHERE expires_at < ?')
  const addLink = writer(database, 'INSERT INTO invitations (token_hash, expires_at) VALUES (?, ?)')
  const findLink = database.prepare('SELECT 1 FROM invitations WHERE token_hash = ? AND expires_at > ?')
  const useLink = writer(database, 'DELETE FROM invitations WHERE token_hash = ? AND expires_at > ?')
  return {
    begin(operatorId, now, from = {}) {
      forget(now)
      const token = newToken()
      addSession(hashOf(token), operatorId, now + sessionLife, from.browser ?? null, from.system ?? null)
      return { token, expiresAt: now + sessionLife }
    },
    ...knownSessions(database),
    end: (token) => void endSession(hashOf(token)),
    endOf: (operatorId, except = '') => void endAll(operatorId, hashOf(except)),
    invite(now) {
      const token = newToken()
      addLink(hashOf(token), now + invitationLife)
      return { token, expiresAt: now + invitationLife }
    },
    isInvited: (token, now) => findLink.get(hashOf(token), now) !== undefined,
    useInvitation: (token, now) => useLink(hashOf(token), now) === 1,
    ...secretStore(database),
  }
}

interface Row {
  token_hash: string
  operator_id: string
  expires_at: number
  browser: string | null
  system: string | null
  seen_day: string | null
}

/** Whose they are, from where, and when they were seen last. */
function knownSessions(database: Database.Database): Pick<SessionStore, 'operatorOf' | 'of' | 'endOne'> {
  const find = database.prepare('SELECT * FROM sessions WHERE token_hash = ? AND expires_at > ?')
  const list = database.prepare(
    'SELECT * FROM sessions WHERE operator_id = ? AND expires_at > ? ORDER BY expires_at DESC',
  )
  const see = writer(database, 'UPDATE sessions SET seen_day = ? WHERE token_hash = ?')
  const end = writer(database, 'DELETE FROM sessions WHERE token_hash = ?')
  return {
    operatorOf(token, now) {
      const row = find.get(hashOf(token), now) as Row | undefined
      const day = dayOf(now)
      if (row && row.seen_day !== day) {
        try {
          see(day, row.token_hash)
        } catch {
          // Where nothing can be written, who is signed in stays so.
        }
      }
      return row?.operator_id
    },
    of: (operatorId, now) => (list.all(operatorId, now) as Row[]).map(sessionOf),
    endOne(operatorId, id) {
      const rows = list.all(operatorId, 0) as Row[]
      for (const { token_hash } of rows) if (hashOf(token_hash) === id) end(token_hash)
    },
  }
}

function sessionOf({ token_hash, expires_at, browser, system, seen_day }: Row): Omit<OwnSession, 'isThis'> {
  const from = { ...(browser !== null && { browser }), ...(system !== null && { system }) }
  const seen = seen_day === null ? {} : { seenDay: seen_day }
  return { id: hashOf(token_hash), begunAt: expires_at - sessionLife, ...from, ...seen }
}

function secretStore(database: Database.Database) {
  const add = writer(database, 'INSERT OR IGNORE INTO secrets (name, secret) VALUES (?, ?)')
  const remove = writer(database, 'DELETE FROM secrets WHERE name = ?')
  const find = database.prepare('SELECT secret FROM secrets WHERE name = ?')
  const secret = (name: string) => {
    add(name, newToken())
    return Buffer.from((find.get(name) as { secret: string }).secret, 'base64url')
  }
  return {
    secret,
    renewSecret: (name: string) =>
      transact(database, () => {
        remove(name)
        return secret(name)
      }),
  }
}

/** Says which session, and is no way into it. */
export function sessionIdOf(token: string): string {
  return hashOf(hashOf(token))
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
