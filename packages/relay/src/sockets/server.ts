import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { limits } from '@deskbell/protocol'
import { Server } from 'socket.io'
import type { Config } from '../config.ts'
import type { AddressOf } from '../limits/address.ts'
import type { Origins } from '../limits/origins.ts'

/** Socket.IO with the limits of `protocol`: small frames, no compression, Origin checked for both transports, a cap an address. */
export function createSocketServer(
  http: HttpServer,
  { config, origins, addressOf }: { config: Config; origins: Origins; addressOf: AddressOf },
): Server {
  const connections = new Map<string, number>()
  const io = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: limits.framesBytes,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: limits.connectTimeout,
    allowRequest(request, decide) {
      const isFull = isHandshake(request) && (connections.get(addressOf(request)) ?? 0) >= config.socketsPerAddress
      decide(isFull ? 'busy' : null, !isFull && origins.isAllowed(request.headers.origin))
    },
    cors: { origin: (origin, answer) => answer(null, origins.isAllowed(origin)), credentials: false },
  })
  io.engine.on(
    'connection',
    (socket: { request: IncomingMessage; once(event: 'close', listener: () => void): void }) => {
      const address = addressOf(socket.request)
      connections.set(address, (connections.get(address) ?? 0) + 1)
      socket.once('close', () => {
        const left = (connections.get(address) ?? 1) - 1
        if (left > 0) connections.set(address, left)
        else connections.delete(address)
      })
    },
  )
  return io
}

/** A new session, not a request of one that runs. */
function isHandshake(request: IncomingMessage): boolean {
  return !new URLSearchParams(request.url?.split('?')[1]).has('sid')
}

/** Ends sockets that do not take what they are sent; they catch up when they come back. Returns what stops the watch. */
export function watchBuffers(io: Server): () => void {
  const timer = setInterval(() => {
    for (const namespace of io._nsps.values()) {
      for (const socket of namespace.sockets.values()) {
        const { socket: wire } = socket.conn.transport as { socket?: { bufferedAmount?: number } }
        if ((wire?.bufferedAmount ?? 0) > limits.bufferedBytes) socket.conn.close(true)
      }
    }
  }, 2_000)
  return () => clearInterval(timer)
}
