import { limits, protocolVersion, type VisitorHandshake } from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { unreachable } from './answer.ts'
import { comingBack } from './coming-back.ts'
import type { Connection, ConnectionState, OperatorConnection, VisitorConnection } from './connection.ts'

export * from './coming-back.ts'
export * from './connection.ts'
export * from './outbox.ts'
export * from './sequence.ts'

type Listeners = { [event: string]: (...args: never[]) => void }
/**
 * `relay`: its address, with a slash behind a path. `handshake` is asked at every try, so that a new token or page is sent at
 * the next connection.
 */
export function connectVisitor(relay: string, handshake: () => Omit<VisitorHandshake, 'protocol'>): VisitorConnection {
  return connect(relay, '/visitor', () => ({ protocol: protocolVersion, ...handshake() }), false)
}

/** The session is the cookie of the page's own origin. */
export function connectOperator(relay: string): OperatorConnection {
  return connect(relay, '/operator', () => ({ protocol: protocolVersion }), true)
}

function connect<Requests, News>(
  relay: string,
  namespace: string,
  handshake: () => object,
  withCredentials: boolean,
): Connection<Requests, News> {
  const { origin, pathname } = new URL('socket.io', relay)
  const socket: Socket<Listeners, Listeners> = io(origin + namespace, {
    path: pathname,
    auth: (send) => send(handshake()),
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    withCredentials,
    forceNew: true,
    ...comingBack,
    timeout: limits.connectTimeout * 2,
  })
  const states = watchState(socket)
  const stops = [tryAgainWhenBack(socket), restBehindOtherPages(socket)]
  return {
    on(event, listener) {
      const heard = listener as Listeners[string]
      socket.on<string>(event, heard)
      return () => void socket.off<string>(event, heard)
    },
    onState: states.listen,
    async request(event, payload) {
      if (!socket.connected) return unreachable
      try {
        return await socket.timeout(limits.requestReply).emitWithAck(event, payload as never)
      } catch {
        // No reply in time, or the connection went meanwhile: the relay may or may not have heard it.
        return unreachable
      }
    },
    close() {
      for (const stop of stops) stop()
      socket.close()
    },
  }
}

/** A phone wakes up, the network is back, somebody looks again: a try that would come later comes now. */
function tryAgainWhenBack(socket: Socket<Listeners, Listeners>): () => void {
  const { document } = globalThis
  const hurry = () => {
    if (document.visibilityState !== 'visible') return
    // One that was silent for too long while the page slept ends when it is asked.
    if (socket.connected) socket.io.engine._hasPingExpired()
    else if (socket.active) socket.disconnect().connect()
  }
  document?.addEventListener('visibilitychange', hurry)
  globalThis.addEventListener?.('online', hurry)
  return () => {
    document?.removeEventListener('visibilitychange', hurry)
    globalThis.removeEventListener?.('online', hurry)
  }
}

/** A page that is left lets go of its connection, for which browsers would not keep it, and takes it up when somebody comes back: https://web.dev/articles/bfcache */
function restBehindOtherPages(socket: Socket<Listeners, Listeners>): () => void {
  const rest = () => void socket.disconnect()
  const goOn = ({ persisted }: PageTransitionEvent) => persisted && socket.connect()
  globalThis.addEventListener?.('pagehide', rest)
  globalThis.addEventListener?.('pageshow', goOn)
  return () => {
    globalThis.removeEventListener?.('pagehide', rest)
    globalThis.removeEventListener?.('pageshow', goOn)
  }
}

function watchState(socket: Socket<Listeners, Listeners>) {
  let state: ConnectionState = 'connecting'
  const listeners = new Set<(state: ConnectionState) => void>()
  const move = (next: ConnectionState) => {
    state = next
    for (const listener of listeners) listener(next)
  }
  socket.on('connect', () => move('up'))
  socket.on('disconnect', (reason) => {
    move(reason === 'io client disconnect' ? 'connecting' : 'down')
    // The relay ended it (a restart, a limit): socket.io does not come back from that by itself.
    if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 1_000 + Math.random() * 4_000)
  })
  socket.on('connect_error', () => move(socket.active ? 'down' : 'refused'))
  return {
    listen(listener: (state: ConnectionState) => void) {
      listeners.add(listener)
      listener(state)
      return () => void listeners.delete(listener)
    },
  }
}
