import type { IncomingMessage } from 'node:http'
import { limits } from '@deskbell/protocol'

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/**
 * Cuts a request whose body takes too long to come. The server knows one limit for all (`requestTimeout`), as long as a slow
 * phone needs for a file; for everything else it is this.
 */
export function hurry(request: IncomingMessage): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return
  const timer = setTimeout(() => request.socket.destroy(), limits.requestTimeout)
  timers.set(request, timer)
  request.once('end', () => clearTimeout(timer))
  request.once('close', () => clearTimeout(timer))
}

/** For a body that may be large, as long as something of it comes. */
export function takeTime(request: IncomingMessage): void {
  clearTimeout(timers.get(request))
  request.setTimeout(limits.requestTimeout, () => request.socket.destroy())
}
