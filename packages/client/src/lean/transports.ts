/** One way to the relay. What it hears comes as packets of Engine.IO: a digit for the kind, then the text. */
export interface Transport {
  /** Sends in order. */
  send(packet: string): void
  /** Lets go after what was sent has gone out, and tells nothing more. */
  close(): void
}

export interface Wire {
  /** The address of Engine.IO, `https:` or `http:`, with the query that every transport shares. */
  url: URL
  withCredentials: boolean
  onPacket(packet: string): void
  /** It failed, before or after it was open. */
  onError(): void
  /** The other side ended it. */
  onClose(): void
}

export type Open = (wire: Wire) => Transport

export const openWebSocket: Open = ({ url, onPacket, onError, onClose }) => {
  const address = new URL(url)
  address.protocol = url.protocol.replace('http', 'ws')
  address.searchParams.set('transport', 'websocket')
  const socket = new WebSocket(address)
  socket.onmessage = ({ data }) => onPacket(String(data))
  socket.onerror = onError
  socket.onclose = onClose
  return {
    send: (packet) => socket.send(packet),
    close() {
      socket.onmessage = socket.onerror = socket.onclose = null
      socket.close()
    },
  }
}

/** A way that is downloaded when it is tried. A download that fails is a way that fails. */
export function comingLater(load: () => Promise<Open>): Open {
  return (wire) => {
    let transport: Transport | undefined
    let isClosed = false
    load().then(
      (open) => {
        if (!isClosed) transport = open(wire)
      },
      () => {
        if (!isClosed) wire.onError()
      },
    )
    return {
      // Nothing is sent before it is open.
      send: (packet) => transport?.send(packet),
      close() {
        isClosed = true
        transport?.close()
      },
    }
  }
}
