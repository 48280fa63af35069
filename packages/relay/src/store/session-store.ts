import { createHash, randomBytes } from 'node:crypto'
import type Database from 'libsql'
import { transact, writer } from './transact.ts'

const sessionLife = 30 * 24 * 3_600_000
const invitationLife = 7 * 24 * 3_600_000

/** Operators' sessions and one-time links: 256 random bits each; the store holds their SHA-256 only. */
export interface SessionStore {
  begin(operatorId: string, now: number): { token: string; expiresAt: number }
  operatorOf(token: string, now: number): string | undefined
  end(token: string): void
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
  const addSession = writer(database, 'INSERT INTO sessions (token_hash, operator_id, expires_at) VALUES (?, ?, ?)')
  const findSession = database.prepare('SELECT operator_id FROM sessions WHERE token_hash = ? AND expires_at > ?')
  const endSession = writer(database, 'DELETE FROM sessions WHERE token_hash = ?')
  const endAll = writer(database, 'DELETE FROM sessions WHERE operator_id = ? AND token_hash <> ?')
  const forget = writer(database, 'DELETE FROM sessions WHERE expires_at < ?')
  const addLink = writer(database, 'INSERT INTO invitations (token_hash, expires_at) VALUES (?, ?)')
  const findLink = database.prepare('SELECT 1 FROM invitations WHERE token_hash = ? AND expires_at > ?')
  const useLink = writer(database, 'DELETE FROM invitations WHERE token_hash = ? AND expires_at > ?')
  return {
    begin(operatorId, now) {
      forget(now)
      const token = newToken()
      addSession(hashOf(token), operatorId, now + sessionLife)
      return { token, expiresAt: now + sessionLife }
    },
    operatorOf: (token, now) =>
      (findSession.get(hashOf(token), now) as { operator_id: string } | undefined)?.operator_id,
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

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
