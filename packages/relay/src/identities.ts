import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Identity } from '@deskbell/protocol'
import type { SessionStore } from './store/session-store.ts'

/** Whether the shop vouches for who a visitor is: its server signs the id with a secret that only it and the relay know. */
export interface Identities {
  /** As the shop's server uses it: these characters are the key. */
  secret(): string
  /** From now on another one is right, and what was signed before counts no more. */
  renew(): string
  /** The id, where its signature is right. */
  verifiedId(identity: Identity): string | undefined
}

const name = 'visitor-identity'

/** HMAC-SHA-256 (RFC 2104) over the UTF-8 of the id, in hexadecimal digits. */
export function createIdentities(sessions: Pick<SessionStore, 'secret' | 'renewSecret'>): Identities {
  let key = sessions.secret(name).toString('base64url')
  return {
    secret: () => key,
    renew() {
      key = sessions.renewSecret(name).toString('base64url')
      return key
    },
    verifiedId({ id, hash }) {
      if (id === undefined || hash === undefined) return undefined
      const given = Buffer.from(hash, 'hex')
      const expected = createHmac('sha256', key).update(id).digest()
      return given.length === expected.length && timingSafeEqual(given, expected) ? id : undefined
    },
  }
}
