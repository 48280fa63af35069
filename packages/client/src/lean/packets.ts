// Socket.IO's packets, protocol 5, as text: what travels is JSON, and a packet with bytes in it is refused.
import { Emitter } from './emitter.ts'

export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const

export interface Packet {
  type: number
  /** The namespace. */
  nsp: string
  id?: number | undefined
  data?: unknown
}

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`]
  }
}

const form = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)$/s
const own = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']

export class Decoder extends Emitter {
  /** Tells `decoded`; throws where the text is no packet, and the connection is then given up. */
  add(text: unknown): void {
    const [, type, nsp = '/', id, json] = form.exec(String(text)) ?? []
    const packet = {
      type: Number(type),
      nsp,
      id: id ? Number(id) : undefined,
      data: json ? JSON.parse(json) : undefined,
    }
    if (!isSound(packet)) throw new Error('invalid packet')
    this.emitReserved('decoded', packet)
  }

  /** Nothing is ever kept half. */
  destroy(): void {}
}

function isSound({ type, data }: Packet): boolean {
  const { CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR } = PacketType
  if (type === DISCONNECT) return data === undefined
  if (type === EVENT) return Array.isArray(data) && typeof data[0] === 'string' && !own.includes(data[0])
  if (type === ACK) return Array.isArray(data)
  return (type === CONNECT || type === CONNECT_ERROR) && typeof data === 'object' && data !== null
}
