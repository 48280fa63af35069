import {
  limits,
  type OperatorNews,
  type OperatorRequests,
  protocolVersion,
  type Reply,
  type VisitorHandshake,
  type VisitorNews,
  type VisitorRequests,
} from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { type Answer, unreachable } from './answer.ts'

export * from './outbox.ts'
export * from './sequence.ts'

type Listeners = { [event: string]: (...args: never[]) => void }
type PayloadOf<Requests, E extends keyof Requests> = Requests[E] extends (payload: infer P, reply: infer _R) => void
  ? P
  : never
type ValueOf<Requests, E extends keyof Requests> = Requests[E] extends (
  payload: infer _P,
  reply: (reply: Reply<infer V>) => void,
) => void
  ? V
  : never

/** When a lost connection is tried again, in ms: 10,000 browsers that lose it together must not come back together. */
export const comingBack = { reconnectionDelay: 500, reconnectionDelayMax: 10_000, randomizationFactor: 0.7 }

export type ConnectionState = 'connecting' | 'up' | 'down' | 'refused'

/** A typed way to one namespace of the relay. It connects again by itself, with growing random delays. */
export interface Connection<Requests, News> {
  /** Calls the listener at every such news; returns what stops it. */
  on<E extends keyof News & string>(event: E, listener: News[E]): () => void
  /** Calls the listener now and at every change. `refused`: the relay wants no connection from here (signed out, origin). */
  onState(listener: (state: ConnectionState) => void): () => void
  /** Answers exactly once; `unreachable` when no reply comes within 10 s or the connection is down. */
  request<E extends keyof Requests & string>(
    event: E,
    payload: PayloadOf<Requests, E>,
  ): Promise<Answer<ValueOf<Requests, E>>>
  close(): void
}

export type VisitorConnection = Connection<VisitorRequests, VisitorNews>
export type OperatorConnection = Connection<OperatorRequests, OperatorNews>

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
  const stop = tryAgainWhenBack(socket)
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
      stop()
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

function watchState(socket: Socket<Listeners, Listeners>) {
  let state: ConnectionState = 'connecting'
  const listeners = new Set<(state: ConnectionState) => void>()
  const move = (next: ConnectionState) => {
    state = next
    for (const listener of listeners) listener(next)
  }
  socket.on('connect', () => move('up'))
  socket.on('disconnect', (reason) => {
    move('down')
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
