import type { OperatorId } from '@deskbell/protocol'
import type Database from 'libsql'
import { hashOf, newToken } from './session-store.ts'
import { writer } from './transact.ts'

/** How long a link for a lost password is good, in ms: long enough to be passed on, too short to be found later. */
const life = 3_600_000

/** One-time links for who has lost their password: 256 random bits each; the store holds their SHA-256 only. */
export interface PasswordLinks {
  /** The earlier links of this operator end. */
  make(operatorId: OperatorId, now: number): { token: string; expiresAt: number }
  operatorOf(token: string, now: number): OperatorId | undefined
  /** Whose it is; once. */
  use(token: string, now: number): OperatorId | undefined
  /** Ends those of an operator. */
  end(operatorId: OperatorId): void
}

export function openPasswordLinks(database: Database.Database): PasswordLinks {
  const add = writer(database, 'INSERT INTO password_links (token_hash, operator_id, expires_at) VALUES (?, ?, ?)')
  const find = database.prepare('SELECT operator_id FROM password_links WHERE token_hash = ? AND expires_at > ?')
  const end = writer(database, 'DELETE FROM password_links WHERE operator_id = ?')
  const operatorOf = (token: string, now: number) =>
    (find.get(hashOf(token), now) as { operator_id: OperatorId } | undefined)?.operator_id
  return {
    make(operatorId, now) {
      end(operatorId)
      const token = newToken()
      add(hashOf(token), operatorId, now + life)
      return { token, expiresAt: now + life }
    },
    operatorOf,
    use(token, now) {
      const operatorId = operatorOf(token, now)
      if (operatorId !== undefined) end(operatorId)
      return operatorId
    },
    end: (operatorId) => void end(operatorId),
  }
}

/** Where a link leads. The token stands behind the `#`, so that it is in no log and no Referer. */
export function passwordLinkAt(publicUrl: string, token: string): string {
  return `${publicUrl}/inbox/#new-password=${token}`
}
