import { randomUUID } from 'node:crypto'
import { createHttp } from '@deskbell/client/http'
import { type Answer, connectVisitor, type VisitorConnection } from '@deskbell/client/socket'
import type { OperatorNews, OperatorRequests, VisitorItem, VisitorNews, VisitorWelcome } from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { anna, type TestRelay } from './relay.ts'

const connections: { close(): void }[] = []

export function closeConnections(): void {
  for (const connection of connections.splice(0)) connection.close()
}

export const draft = (text: string) => ({ id: randomUUID(), text })
export const question = (text: string) => ({ ...draft(text), before: { searches: [], entries: [] } })

/** The value of an answer that must be a yes. */
export function yes<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.value
}

/** The next such news. */
export function next<E extends keyof VisitorNews & string>(
  visitor: Pick<VisitorConnection, 'on'>,
  event: E,
): Promise<Parameters<VisitorNews[E]>[0]> {
  return new Promise((resolve) => {
    const stop = visitor.on(event, ((news: Parameters<VisitorNews[E]>[0]) => {
      stop()
      resolve(news)
    }) as VisitorNews[E])
  })
}

export interface TestVisitor extends VisitorConnection {
  welcome: VisitorWelcome
  token: string
  items: VisitorItem[]
}

/** A visitor whose connection is up; with a token, the one it was made for. */
export async function visit(relay: TestRelay, token?: string): Promise<TestVisitor> {
  const connection = connectVisitor(relay.url, () => ({ locale: 'en', ...(token && { token }) }))
  connections.push(connection)
  const items: VisitorItem[] = []
  connection.on('message:sent', (item) => items.push(item))
  connection.on('conversation:moved', (item) => items.push(item))
  const welcome = await next(connection, 'visitor:welcome')
  return { ...connection, welcome, items, token: welcome.token ?? token ?? '' }
}

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
  connections.push(socket)
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
