import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { type Account, cookieOf } from './account.ts'

/** One machine plays everybody: as many sockets and messages as it likes. */
export const forACrowd = {
  DESKBELL_MAX_SOCKETS_PER_ADDRESS: '10000',
  DESKBELL_RATE_BURST: '100000',
  DESKBELL_RATE_PER_SECOND: '100000',
}

export interface CrowdItem {
  readonly seq: number
  readonly kind: string
  readonly text?: string
}
type Answer<T> = { ok: true; value: T } | { ok: false; refusal: string; retryAfterMs?: number }
export interface ItemPage {
  readonly items: readonly CrowdItem[]
  readonly hasMore: boolean
}

/** What a relay says that may be said again a moment later. */
const passing = ['rate-limited', 'storage-failed', 'busy', 'internal', 'nobody-on-duty']
const again = 200

/** Asks until there is an answer, across lost connections and restarts; throws the refusal where the answer is a no. */
async function insist<T>(socket: Socket, event: string, payload: object): Promise<T> {
  for (;;) {
    if (!socket.connected) await new Promise<void>((up) => socket.once('connect', up))
    const sent = socket.timeout(10_000).emitWithAck(event, payload)
    const answer: Answer<T> | undefined = await sent.catch(() => undefined)
    if (answer?.ok) return answer.value
    if (answer && !passing.includes(answer.refusal)) throw new Error(answer.refusal)
    await new Promise((later) => setTimeout(later, answer?.retryAfterMs ?? again))
  }
}

/** A visitor over a socket, who comes back by themselves and asks for what they missed. */
export class CrowdVisitor {
  /** What was said in each of their conversations, as it came. */
  readonly heard = new Map<string, Map<number, CrowdItem>>()
  readonly socket: Socket
  readonly #auth: { protocol: number; locale: string; token?: string | undefined } = { protocol: 1, locale: 'en' }
  readonly #welcomed: Promise<void>
  /** Of the conversation they are in; empty before the first and while they ask for one. */
  id = ''

  constructor(relayUrl: string) {
    const options = { transports: ['websocket'], forceNew: true, reconnectionDelayMax: 1_000 }
    this.socket = io(`${relayUrl}/visitor`, { ...options, auth: (send) => send(this.#auth) })
    this.#welcomed = new Promise<void>((resolve, reject) => {
      this.socket.on('visitor:welcome', ({ token }: { token?: string }) => {
        this.#auth.token = token ?? this.#auth.token
        if (this.id !== '') void this.catchUp()
        resolve()
      })
      this.socket.on('connect_error', () => this.socket.active || reject(new Error('the visitor was not let in')))
    })
    this.socket.on('message:sent', (item: CrowdItem) => this.#hear(item))
    this.socket.on('conversation:moved', (item: CrowdItem) => this.#hear(item))
    this.socket.on('disconnect', (reason) => reason === 'io server disconnect' && this.socket.connect())
  }

  /** Begins a conversation: in line from then on, or given to an operator. */
  async ask(text: string): Promise<void> {
    await this.#welcomed
    this.id = ''
    const question = { id: randomUUID(), text, before: { searches: [], entries: [], timeZone: 'Asia/Tokyo' } }
    const { id } = await insist<{ id: string }>(this.socket, 'conversation:ask', question)
    this.id = id
    await this.catchUp()
  }

  /** True once it is acknowledged, however often the connection goes meanwhile; false where the conversation is over. */
  async say(text: string): Promise<boolean> {
    try {
      this.#hear(await insist<CrowdItem>(this.socket, 'message:send', { id: randomUUID(), text }))
      return true
    } catch (refusal) {
      if ((refusal as Error).message === 'conversation-closed') return false
      throw refusal
    }
  }

  /** Asks for what was missed of the conversation. */
  async catchUp(): Promise<void> {
    const here = this.heard.get(this.id)
    let after = 0
    while (here?.has(after + 1)) after += 1
    const page = await insist<ItemPage>(this.socket, 'conversation:resume', { after })
    for (const item of page.items) this.#hear(item)
    if (page.hasMore) await this.catchUp()
  }

  /** Loses the connection, as a phone in a lift does. */
  drop(): void {
    this.socket.io.engine.close()
  }

  close(): void {
    this.socket.close()
  }

  #hear(item: CrowdItem): void {
    if (this.id === '') return
    const here = this.heard.get(this.id) ?? new Map<number, CrowdItem>()
    this.heard.set(this.id, here.set(item.seq, item))
  }
}

export interface CrowdHead {
  readonly id: string
  readonly status: 'waiting' | 'assigned' | 'pending' | 'closed'
  readonly operatorId?: string
}

export interface CrowdOperator {
  /** As the relay said it when this page came. */
  readonly welcome: { readonly self: { readonly id: string }; readonly conversations: readonly CrowdHead[] }
  /** Any request of an operator; throws where it is refused. */
  ask<T>(event: string, payload: object): Promise<T>
  close(): void
}

/** An operator's further page, without a browser. */
export async function operatorOver(relayUrl: string, account: Account): Promise<CrowdOperator> {
  const extraHeaders = { cookie: await cookieOf(relayUrl, account), origin: relayUrl }
  const options = { auth: { protocol: 1 }, extraHeaders, transports: ['websocket'], forceNew: true }
  const socket = io(`${relayUrl}/operator`, options)
  const welcome = await new Promise<CrowdOperator['welcome']>((resolve, reject) => {
    socket.once('operator:welcome', resolve)
    socket.once('connect_error', reject)
  })
  return { welcome, ask: (event, payload) => insist(socket, event, payload), close: () => socket.close() }
}
