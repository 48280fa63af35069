import { io, type Socket } from 'socket.io-client'
import { afterEach } from 'vitest'
import { question, yes } from './payloads.ts'

/** What a test may send beside the payload of a well-behaved page. */
interface Disguise {
  readonly auth?: object
  readonly headers?: Readonly<Record<string, string>>
  readonly transports?: ('websocket' | 'polling')[]
}

const open = new Set<Socket>()
afterEach(() => {
  for (const socket of open) socket.close()
  open.clear()
})

/** A socket that may send anything; closed after the test. Wait for `visitor:welcome` or `operator:welcome`. */
export function knock(url: string, namespace: string, { auth, headers, transports }: Disguise = {}): Socket {
  const socket = io(url + namespace, {
    auth: auth ?? { protocol: 1 },
    transports: transports ?? ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(headers && { extraHeaders: { ...headers } }),
  })
  open.add(socket)
  return socket
}

/** Why nobody was let in; undefined when somebody was. */
export async function refusalAt(url: string, namespace: string, disguise: Disguise): Promise<string | undefined> {
  const socket = knock(url, namespace, disguise)
  const answer = await new Promise<string | undefined>((resolve) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('connect_error', ({ message }) => resolve(message))
  })
  socket.close()
  return answer
}

interface Item {
  readonly seq: number
  readonly kind: string
  readonly id?: string
  readonly text?: string
}

interface Visitor {
  readonly socket: Socket
  readonly token: string
  readonly welcome: { readonly token?: string; readonly conversation?: { readonly id: string } }
  /** All that was ever told to this socket: event and payload. */
  readonly heard: readonly (readonly [string, unknown])[]
}

const page = { protocol: 1, locale: 'en' }

/** A visitor whose connection is up; with a token, the one it was made for. */
export async function visit(url: string, token?: string): Promise<Visitor> {
  const socket = knock(url, '/visitor', { auth: { ...page, ...(token !== undefined && { token }) } })
  const heard: (readonly [string, unknown])[] = []
  socket.onAny((event, payload) => heard.push([event, payload]))
  const welcome = await new Promise<Visitor['welcome']>((resolve, reject) => {
    socket.once('visitor:welcome', resolve)
    socket.once('connect_error', reject)
  })
  return { socket, token: welcome.token ?? token ?? '', welcome, heard }
}

/** A visitor in line, or in a conversation where operators are given to them. Gives the conversation's id too. */
export async function asking(url: string, text: string): Promise<Visitor & { id: string }> {
  const visitor = await visit(url)
  const { id } = yes<{ id: string }>(await visitor.socket.emitWithAck('conversation:ask', question(text)))
  return { ...visitor, id }
}

/** All items of a conversation as its visitor gets them. */
export async function historyOf({ socket }: Pick<Visitor, 'socket'>, after = 0): Promise<Item[]> {
  const page = yes<{ items: Item[]; hasMore: boolean }>(await socket.emitWithAck('conversation:resume', { after }))
  const last = page.items.at(-1)?.seq ?? after
  return page.hasMore ? [...page.items, ...(await historyOf({ socket }, last))] : page.items
}

export function textsOf(items: readonly Item[]): string[] {
  return items.flatMap(({ text }) => text ?? [])
}
