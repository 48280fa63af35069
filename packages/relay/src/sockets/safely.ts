import type { Logger } from 'pino'

interface Socket {
  id: string
  disconnect(close: boolean): unknown
}

/**
 * A listener of connections: its exception becomes a log line and the end of that connection, which the other side tries
 * again. Socket.IO has nobody who catches it, and the process would end with everybody's.
 */
export function safely<S extends Socket>(log: Logger, listener: (socket: S) => void): (socket: S) => void {
  return (socket) => {
    try {
      listener(socket)
    } catch (error) {
      log.error({ err: error, socket: socket.id }, 'a connection could not be served')
      socket.disconnect(true)
    }
  }
}
