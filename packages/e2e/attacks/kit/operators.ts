import type { Socket } from 'socket.io-client'
import { mara } from '../../kit/relay.ts'
import { yes } from './payloads.ts'
import { knock } from './people.ts'

/** A JSON request to the API. */
export function send(url: string, method: string, body: unknown, headers: Record<string, string> = {}) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(url, { method, headers: { 'content-type': 'application/json', ...headers }, body: sent })
}

/** Signs in and gives the session's cookie as the browser sends it back. */
export async function signIn(url: string, { email, password } = mara): Promise<string> {
  const response = await send(`${url}/api/session`, 'POST', { email, password })
  const [cookie] = response.headers.getSetCookie()
  if (cookie === undefined) throw new Error(`not signed in: ${response.status}`)
  return cookie.split(';')[0] ?? ''
}

/** An operator's page, on duty. */
export async function onDuty(url: string, cookie: string): Promise<Socket> {
  const socket = knock(url, '/operator', { headers: { cookie } })
  await welcomeOf(socket)
  yes(await socket.emitWithAck('duty:set', { isOnDuty: true }))
  return socket
}

interface OperatorWelcome {
  readonly settings: object
  readonly team: readonly object[]
  readonly reading: readonly object[]
  readonly conversations: readonly object[]
}

/** What an operator's page is told as it connects. */
export async function welcomed(url: string, cookie: string): Promise<OperatorWelcome> {
  const socket = knock(url, '/operator', { headers: { cookie } })
  const welcome = await welcomeOf(socket)
  socket.close()
  return welcome
}

function welcomeOf(socket: Socket): Promise<OperatorWelcome> {
  return new Promise((resolve, reject) => {
    socket.once('operator:welcome', resolve)
    socket.once('connect_error', reject)
  })
}
