import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { limits, type Refusal } from '@deskbell/protocol'
import { type Namespace, Server } from 'socket.io'
import type { Config } from '../config.ts'
import type { AddressOf } from '../limits/address.ts'
import type { Origins } from '../limits/origins.ts'
import { createTurns } from '../limits/turns.ts'
import { encodeText } from './encode-text.ts'
import { type FrameSender, gatherFrames } from './gather-frames.ts'

/** When thousands come back at once, conversations go on in between: about 3 ms of handshakes a turn. */
const handshakesAtOnce = 10
/** When thousands go at once, likewise. */
const departuresAtOnce = 50

/** Socket.IO with the limits of `protocol`: small frames, no compression, Origin checked for both transports, a cap an address. */
export function createSocketServer(
  http: HttpServer,
  { config, origins, addressOf }: { config: Config; origins: Origins; addressOf: AddressOf },
): Server {
  const connections = new Map<string, number>()
  const inTurn = createTurns(handshakesAtOnce)
  const leaveInTurn = createTurns(departuresAtOnce)
  function emitCloseInTurn(this: WebSocket): void {
    leaveInTurn(() => Object.getPrototypeOf(this).emitClose.call(this))
  }
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: limits.framesBytes,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: limits.connectTimeout,
    allowRequest(request, decide) {
      if (!isHandshake(request)) return decide(null, origins.isAllowed(request.headers.origin))
      inTurn(() => {
        const isFull = (connections.get(addressOf(request)) ?? 0) >= config.socketsPerAddress
        const isLetIn = !isFull && origins.isAllowed(request.headers.origin)
        if (isLetIn) gatherGreeting(request.socket)
        decide(isFull ? 'busy' : null, isLetIn)
      })
    },
    cors: { origin: (origin, answer) => answer(null, origins.isAllowed(origin)), credentials: false },
  })
  io.encoder.encode = encodeText
  io.engine.on('connection', (wire: Wire) => {
    const tune = ({ socket }: Wire['transport']) => {
      if (!socket) return
      gatherFrames(socket._sender)
      socket.emitClose = emitCloseInTurn
    }
    tune(wire.transport)
    wire.on('upgrade', tune)
    const address = addressOf(wire.request)
    connections.set(address, (connections.get(address) ?? 0) + 1)
    wire.once('close', () => {
      const left = (connections.get(address) ?? 1) - 1
      if (left > 0) connections.set(address, left)
      else connections.delete(address)
      hangUp(wire)
    })
  })
  io.engine.on('headers', (headers: Record<string, string>) => {
    headers['X-Content-Type-Options'] = 'nosniff'
  })
  return io
}

/** The answer to a handshake and the first frame leave in one system call. */
function gatherGreeting(wire: Socket): void {
  wire.cork()
  setImmediate(() => wire.uncork())
}

/** How long the other side may take to say goodbye, in ms; `ws` would wait 30 s. */
const goodbye = 2_000
/** `readyState` of a WebSocket that is closed (WHATWG). */
const closed = 3

function hangUp({ transport: { socket } }: Wire): void {
  if (socket && socket.readyState !== closed) setTimeout(() => socket.terminate(), goodbye).unref()
}

/** A new session, not a request of one that runs. */
function isHandshake(request: IncomingMessage): boolean {
  return !new URLSearchParams(request.url?.split('?')[1]).has('sid')
}

/** What `ws` keeps of one connection, beyond its types. */
interface WebSocket {
  readyState: number
  bufferedAmount: number
  _sender: FrameSender
  /** Tells everybody that it is closed: nearly all the work of a departure. */
  emitClose(): void
  terminate(): void
}

/** What Engine.IO keeps for one connection, beyond its types. */
interface Wire {
  request: IncomingMessage
  transport: { socket?: WebSocket }
  writeBuffer: readonly { data?: { length: number } }[]
  close(discard: boolean): void
  on(event: 'upgrade', listener: (transport: Wire['transport']) => void): void
  once(event: 'close', listener: () => void): void
}

/** How often it is looked for connections that do not take what they are sent, in ms. */
const watched = 1_000

/** Ends connections that do not take what they are sent; they catch up when they come back. Returns what stops the watch. */
export function watchBuffers(io: Server): () => void {
  const timer = setInterval(() => {
    const { clients } = io.engine as unknown as { clients: Record<string, Wire> }
    for (const id in clients) {
      const wire = clients[id]
      if (!wire || unsent(wire) <= limits.bufferedBytes) continue
      wire.close(true)
      // A closing handshake would wait behind all that is not taken.
      wire.transport.socket?.terminate()
    }
  }, watched)
  return () => clearInterval(timer)
}

/** Handed to the WebSocket and not taken by the system, and what waits behind it or for the next poll. */
function unsent({ transport, writeBuffer }: Wire): number {
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), 0)
  return waiting + (transport.socket?.bufferedAmount ?? 0)
}

/** One connection is one visitor or one operator: who asks for more gets no second set of limits. Last of a namespace's checks. */
export function admitOnce(io: Server, ...namespaces: readonly Pick<Namespace, 'use'>[]): void {
  const admitted = new WeakSet<object>()
  // Nothing is offered here, and what is said here would be counted nowhere.
  io.use((_socket, next) => next(new Error('forbidden' satisfies Refusal)))
  for (const namespace of namespaces) {
    namespace.use(({ conn }, next) => {
      if (admitted.has(conn)) return next(new Error('forbidden' satisfies Refusal))
      admitted.add(conn)
      next()
    })
  }
}
