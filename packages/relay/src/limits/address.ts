import type { IncomingMessage } from 'node:http'
import type { Logger } from 'pino'

/** Whose limits count: the TCP peer, or what the trusted proxy says of it. */
export type AddressOf = (request: IncomingMessage) => string

/** `trustProxy`: the proxies' addresses, comma-separated; only from them does `X-Forwarded-For` count. */
export function createAddressOf(trustProxy: string | undefined, log: Logger): AddressOf {
  const trusted = new Set((trustProxy ?? '').split(',').map((address) => address.trim()))
  let hasWarned = false
  return (request) => {
    const peer = plain(request.socket.remoteAddress)
    const forwarded = request.headers['x-forwarded-for']
    if (forwarded === undefined) return peer
    if (trusted.has(peer)) return nearestUntrusted([...String(forwarded).split(',').map(plain)], trusted) ?? peer
    if (!hasWarned) {
      log.warn('X-Forwarded-For arrives from an address that DESKBELL_TRUST_PROXY does not name: it is ignored')
      hasWarned = true
    }
    return peer
  }
}

function nearestUntrusted(chain: string[], trusted: ReadonlySet<string>): string | undefined {
  return chain.findLast((address) => address !== '' && !trusted.has(address))
}

/** An IPv4 address in IPv6 clothes is the same peer. */
function plain(address: string | undefined): string {
  return (address ?? 'unknown').trim().replace(/^::ffff:/, '')
}
