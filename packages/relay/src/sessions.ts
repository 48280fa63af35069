import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** Says which visitor speaks, from the token alone. */
export interface VisitorTokens {
  /** A new visitor and their token. Nothing is stored: the token proves itself. */
  make(): { visitorId: string; token: string }
  /** The token of a visitor there is. */
  of(visitorId: string): string
  /** The visitor a token was made for; undefined for any other text. */
  visitorOf(token: string): string | undefined
}

/** `visitorId.HMAC-SHA-256(secret, visitorId)`: unforgeable without the installation's secret (RFC 2104). */
export function createVisitorTokens(secret: Buffer): VisitorTokens {
  const sign = (visitorId: string) => createHmac('sha256', secret).update(visitorId).digest()
  const of = (visitorId: string) => `${visitorId}.${sign(visitorId).toString('base64url')}`
  return {
    make() {
      const visitorId = randomUUID()
      return { visitorId, token: of(visitorId) }
    },
    of,
    visitorOf(token) {
      const [visitorId = '', signature = '', ...more] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(visitorId)
      const isGenuine = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
      return isGenuine && given.toString('base64url') === signature ? visitorId : undefined
    },
  }
}

/** By TLS with the prefix that keeps other names of the site from setting it (RFC 6265bis, section 4.1.3.2). */
const cookieName = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}deskbell_session`

/** The operator's session token of a Cookie header, if any. */
export function sessionTokenOf(cookieHeader: string | undefined, isSecure: boolean): string | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === cookieName(isSecure) && value) return value
  }
  return undefined
}

/** The Set-Cookie header of a session; with `expiresAt` 0 it ends it. */
export function sessionCookie(token: string, expiresAt: number, isSecure: boolean): string {
  const attributes = [
    `${cookieName(isSecure)}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Expires=${new Date(expiresAt).toUTCString()}`,
  ]
  return [...attributes, ...(isSecure ? ['Secure'] : [])].join('; ')
}
