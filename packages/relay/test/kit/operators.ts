import { createHttp } from '@deskbell/client/http'
import type { OperatorNews, OperatorRequests } from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { keepForClosing, yes } from './people.ts'
import { anna, type TestRelay } from './relay.ts'

/** Signs in and gives the session's cookie. */
export async function signIn(relay: TestRelay, account: { email: string; password: string } = anna): Promise<string> {
  const response = await fetch(`${relay.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account.email, password: account.password }),
  })
  const cookie = response.headers.get('set-cookie')
  if (!cookie) throw new Error(`not signed in: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

const cookies = new WeakMap<TestRelay, Promise<string>>()

/** Anna's session: one sign-in a relay. */
function annasCookie(relay: TestRelay): Promise<string> {
  const cookie = cookies.get(relay) ?? signIn(relay)
  cookies.set(relay, cookie)
  return cookie
}

export type OperatorSocket = Socket<OperatorNews, OperatorRequests>

/** An operator's page: a socket with the session's cookie. */
export async function openInbox(relay: TestRelay, cookie?: string): Promise<OperatorSocket> {
  const session = cookie ?? (await annasCookie(relay))
  const socket: OperatorSocket = io(`${relay.url}/operator`, {
    auth: { protocol: 1 },
    extraHeaders: { cookie: session },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  keepForClosing(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('operator:welcome', () => resolve())
    socket.once('connect_error', reject)
  })
  return socket
}

/** Anna's inbox, on duty. */
export async function annaOnDuty(relay: TestRelay): Promise<OperatorSocket> {
  const inbox = await openInbox(relay)
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true }))
  return inbox
}

/** Boris joins by an invitation of Anna's and goes on duty. */
export async function borisOnDuty(relay: TestRelay): Promise<OperatorSocket> {
  const boris = { email: 'boris@holm.example', password: 'a different horse', name: 'Boris' }
  const invitation = await fetch(`${relay.url}/api/invitations`, {
    method: 'POST',
    headers: { cookie: await annasCookie(relay) },
  })
  const { url } = (await invitation.json()) as { url: string }
  const token = url.split('#join=')[1]
  yes(await createHttp(relay.url, 'omit').send('POST', '/api/join', { token, ...boris }))
  const inbox = await openInbox(relay, await signIn(relay, boris))
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true }))
  return inbox
}
