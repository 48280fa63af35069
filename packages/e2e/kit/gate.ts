import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server before the relay that holds back what it is told to. */
export interface Gate {
  readonly url: string
  /** What was asked, oldest first: `/api/entries?locale=en`. */
  readonly asked: readonly string[]
  /** From now on all that was held back is answered, and all else at once. */
  readonly open: () => void
  readonly close: () => Promise<void>
}

/** Starts a gate before a relay on a free port; whoever starts it closes it. It holds the replies to addresses that match. */
export async function startGate(relayUrl: string, held: RegExp): Promise<Gate> {
  const asked: string[] = []
  const waiting: (() => void)[] = []
  let isOpen = false
  const server = createServer((request, response) => {
    const { url = '/' } = request
    asked.push(url)
    const pass = () => passOn(relayUrl, request, response)
    if (isOpen || !held.test(url)) pass()
    else waiting.push(pass)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    open() {
      isOpen = true
      for (const pass of waiting.splice(0)) pass()
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function passOn(relayUrl: string, { url, method, headers }: IncomingMessage, response: ServerResponse): void {
  const asking = ask(new URL(url ?? '/', relayUrl), { method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  asking.on('error', () => response.destroy())
  asking.end()
}
