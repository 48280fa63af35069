import type { OperatorConversation, OperatorNews, OperatorRequests, OperatorWelcome } from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { keepForClosing, yes } from './people.ts'
import { anna, type TestRelay } from './relay.ts'

/** Signs in and gives the session's cookie. Costs a password's hash; `relay.annasCookie` is there without. */
export async function signIn(
  relay: Pick<TestRelay, 'url'>,
  { email, password }: { email: string; password: string } = anna,
): Promise<string> {
  return cookieOf(await post(relay, '/api/session', { email, password }))
}

function post(
  relay: Pick<TestRelay, 'url'>,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(relay.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

function cookieOf(response: Response): string {
  const cookie = response.headers.get('set-cookie')
  if (!cookie) throw new Error(`no session: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

type Connected = Socket<OperatorNews, OperatorRequests>
export type OperatorSocket = Connected & { welcome: OperatorWelcome }

/** An operator's page: a socket with the session's cookie, Anna's unless another is given. */
export async function openInbox(relay: TestRelay, cookie = relay.annasCookie): Promise<OperatorSocket> {
  const socket: Connected = io(`${relay.url}/operator`, {
    auth: { protocol: 1 },
    extraHeaders: { cookie },
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  keepForClosing(socket)
  const welcome = await new Promise<OperatorWelcome>((resolve, reject) => {
    socket.once('operator:welcome', resolve)
    socket.once('connect_error', reject)
  })
  return Object.assign(socket, { welcome })
}

/** Anna's inbox, on duty. */
export async function annaOnDuty(relay: TestRelay): Promise<OperatorSocket> {
  const inbox = await openInbox(relay)
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true }))
  return inbox
}

/** Boris joins by an invitation of Anna's; his session's cookie. */
export async function borisJoins(relay: TestRelay): Promise<string> {
  const boris = { email: 'boris@holm.example', password: 'a different horse', name: 'Boris' }
  const invitation = await post(relay, '/api/invitations', {}, { cookie: relay.annasCookie })
  const { url } = (await invitation.json()) as { url: string }
  const joined = await post(relay, '/api/join', { token: url.split('#join=')[1], ...boris })
  return cookieOf(joined)
}

/** Boris joins and goes on duty. */
export async function borisOnDuty(relay: TestRelay): Promise<OperatorSocket> {
  const inbox = await openInbox(relay, await borisJoins(relay))
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true }))
  return inbox
}

type Head = (head: OperatorConversation) => boolean

/** The next head like this that an inbox is told of. */
export function headOf(inbox: OperatorSocket, isWanted: Head): Promise<OperatorConversation> {
  return new Promise((resolve) => {
    const look: OperatorNews['conversations:changed'] = (heads) => {
      const wanted = heads.find(isWanted)
      if (!wanted) return
      inbox.off('conversations:changed', look)
      resolve(wanted)
    }
    inbox.on('conversations:changed', look)
  })
}

export async function idOf(relay: TestRelay, name: string): Promise<string> {
  const inbox = await openInbox(relay)
  const opened = new Promise<string>((resolve) => {
    inbox.once('team:changed', (team) => resolve(team.find((member) => member.name === name)?.id ?? ''))
  })
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: true }))
  yes(await inbox.emitWithAck('duty:set', { isOnDuty: false }))
  return opened
}
