import type { Server } from 'socket.io'

type Packet = Parameters<Server['encoder']['encode']>[0]

/**
 * A packet as Socket.IO's own encoder writes it (https://socket.io/docs/v4/socket-io-protocol/#packet-encoding), which first
 * looks through all that is in it for binary data: here is none, and most packets are messages.
 */
export function encodeText({ type, nsp, id, data }: Packet): [string] {
  const place = nsp === '/' ? '' : `${nsp},`
  return [`${type}${place}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`]
}
