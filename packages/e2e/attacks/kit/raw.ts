import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A TCP connection to the relay: what is written goes out as it stands. */
export async function dial(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return socket
}

/** Sends one request by its bytes and gives all that comes back until the relay ends it. */
export async function exchange(url: string, lines: readonly string[], body = ''): Promise<string> {
  const socket = await dial(url)
  socket.write(`${[...lines, 'Connection: close', '', ''].join('\r\n')}${body}`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}
