import { createHash, randomBytes } from 'node:crypto'
import type Database from 'libsql'

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
  const addSession = database.prepare('INSERT INTO sessions (token_hash, operator_id, expires_at) VALUES (?, ?, ?)')
  const findSession = database.prepare('SELECT operator_id FROM sessions WHERE token_hash = ? AND expires_at > ?')
  const endSession = database.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const endAll = database.prepare('DELETE FROM sessions WHERE operator_id = ? AND token_hash <> ?')
  const forget = database.prepare('DELETE FROM sessions WHERE expires_at < ?')
  const addLink = database.prepare('INSERT INTO invitations (token_hash, expires_at) VALUES (?, ?)')
  const findLink = database.prepare('SELECT 1 FROM invitations WHERE token_hash = ? AND expires_at > ?')
  const useLink = database.prepare('DELETE FROM invitations WHERE token_hash = ? AND expires_at > ?')
  return {
    begin(operatorId, now) {
      forget.run(now)
      const token = newToken()
      addSession.run(hashOf(token), operatorId, now + sessionLife)
      return { token, expiresAt: now + sessionLife }
    },
    operatorOf: (token, now) =>
      (findSession.get(hashOf(token), now) as { operator_id: string } | undefined)?.operator_id,
    end: (token) => void endSession.run(hashOf(token)),
    endOf: (operatorId, except = '') => void endAll.run(operatorId, hashOf(except)),
    invite(now) {
      const token = newToken()
      addLink.run(hashOf(token), now + invitationLife)
      return { token, expiresAt: now + invitationLife }
    },
    isInvited: (token, now) => findLink.get(hashOf(token), now) !== undefined,
    useInvitation: (token, now) => useLink.run(hashOf(token), now).changes === 1,
    secret: (name) => secretOf(database, name),
    renewSecret(name) {
      database.prepare('DELETE FROM secrets WHERE name = ?').run(name)
      return secretOf(database, name)
    },
  }
}

function secretOf(database: Database.Database, name: string): Buffer {
  database.prepare('INSERT OR IGNORE INTO secrets (name, secret) VALUES (?, ?)').run(name, newToken())
  const row = database.prepare('SELECT secret FROM secrets WHERE name = ?').get(name) as { secret: string }
  return Buffer.from(row.secret, 'base64url')
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
