import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Logger } from 'pino'

/** Whose limits count: the TCP peer, or what the trusted proxy says of it. Of IPv6 the network, as a household has 2^64 addresses. */
export type AddressOf = (request: IncomingMessage) => string

/** `trustProxy`: the proxies' addresses, comma-separated; only from them does `X-Forwarded-For` count. */
export function createAddressOf(trustProxy: string | undefined, log: Logger): AddressOf {
  const trusted = new Set((trustProxy ?? '').split(',').map((address) => address.trim()))
  let hasWarned = false
  return (request) => {
    const peer = plain(request.socket.remoteAddress)
    const forwarded = request.headers['x-forwarded-for']
    if (forwarded === undefined) return networkOf(peer)
    if (trusted.has(peer)) {
      return networkOf(nearestUntrusted([...String(forwarded).split(',').map(plain)], trusted) ?? peer)
    }
    if (!hasWarned) {
      log.warn('X-Forwarded-For arrives from an address that DESKBELL_TRUST_PROXY does not name: it is ignored')
      hasWarned = true
    }
    return networkOf(peer)
  }
}

function nearestUntrusted(chain: string[], trusted: ReadonlySet<string>): string | undefined {
  return chain.findLast((address) => address !== '' && !trusted.has(address))
}

/** An IPv4 address in IPv6 clothes is the same peer. */
function plain(address: string | undefined): string {
  return (address ?? 'unknown').trim().replace(/^::ffff:/, '')
}

/** The first 64 bits of an IPv6 address (RFC 4291, section 2.5.4), in one spelling; anything else as it is. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = new Array(8).fill('0')
  const groups = address.includes('::') ? [...head, ...zeros.slice(head.length + tail.length), ...tail] : head
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
