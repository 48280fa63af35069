import type { Open, Wire } from './transports.ts'

const separator = '\x1e'

/** Long polling: one request waits for packets, another at a time brings what is to be sent. */
export const openPolling: Open = (wire) => {
  const address = new URL(wire.url)
  address.searchParams.set('transport', 'polling')
  const ask = (body?: string) => request(address, wire, body)
  let queue: string[] = []
  let mostBytes = Number.POSITIVE_INFINITY
  let isPosting = false
  let isClosed = false

  const fail = () => {
    if (isClosed) return
    isClosed = true
    wire.onError()
  }
  const poll = async () => {
    for (const packet of (await ask()).split(separator)) {
      if (packet[0] === '0') {
        const { sid, maxPayload } = JSON.parse(packet.slice(1))
        address.searchParams.set('sid', sid)
        mostBytes = maxPayload
        flush()
      }
      if (isClosed) return
      // A relay that has ended it needs no goodbye.
      isClosed = packet === '1'
      wire.onPacket(packet)
    }
    if (!isClosed) poll().catch(fail)
  }
  const flush = () => {
    if (isPosting || queue.length === 0 || !address.searchParams.has('sid')) return
    const body = fitting(queue, mostBytes)
    queue = queue.slice(body.length)
    isPosting = true
    ask(body.join(separator)).then(() => {
      isPosting = false
      flush()
    }, fail)
  }
  const send = (packet: string) => {
    queue.push(packet)
    flush()
  }
  poll().catch(fail)
  return {
    send,
    close() {
      if (isClosed) return
      isClosed = true
      send('1')
    },
  }
}

async function request(address: URL, { withCredentials }: Wire, body?: string): Promise<string> {
  address.searchParams.set('t', Math.random().toString(36).slice(2))
  const reply = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    body: body ?? null,
    headers: body === undefined ? {} : { 'content-type': 'text/plain;charset=UTF-8' },
    credentials: withCredentials ? 'include' : 'omit',
  })
  if (!reply.ok) throw new Error(String(reply.status))
  return reply.text()
}

/** As many packets as one request may carry, and never none. */
function fitting(packets: readonly string[], mostBytes: number): string[] {
  let bytes = 0
  const end = packets.findIndex((packet) => {
    bytes += new TextEncoder().encode(packet).length + 1
    return bytes > mostBytes
  })
  return packets.slice(0, end < 0 ? packets.length : Math.max(end, 1))
}
