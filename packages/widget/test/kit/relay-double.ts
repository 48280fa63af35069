import type { Answer } from '@deskbell/client/http'
import type { ConnectionState, VisitorConnection } from '@deskbell/client/socket'
import type {
  Draft,
  Identity,
  ItemPage,
  Person,
  VisitorConversation,
  VisitorItem,
  VisitorNews,
} from '@deskbell/protocol'
import type { Connect } from '../../src/models/link.ts'

export const anna: Person = { name: 'Anna', role: 'Orders and delivery' }
export const boris: Person = { name: 'Boris', role: 'Returns and exchange' }

type Handler = (payload: never) => Answer<unknown>
type Listener = (news: never) => void

/** A relay that the test plays: it can be away, refuse, answer late, and tell what it likes. */
export class RelayDouble {
  /** What was asked of it, oldest first. */
  readonly asked: { event: string; payload: unknown }[] = []
  /** What each connection began with. */
  readonly handshakes: { token?: string; identity?: Identity }[] = []
  readonly items: VisitorItem[] = []
  conversation: VisitorConversation | undefined
  people: readonly Person[] = [anna, boris]
  #isUp = true
  #listeners = new Map<string, Set<Listener>>()
  #states = new Set<(state: ConnectionState) => void>()
  #handlers = new Map<string, Handler>()
  #handshake: (() => { token?: string; identity?: Identity }) | undefined

  connect: Connect = (_relay, handshake) => {
    this.#handshake = handshake
    const connection: VisitorConnection = {
      on: (event, listener) => {
        const heard = this.#listeners.get(event) ?? new Set()
        this.#listeners.set(event, heard.add(listener as Listener))
        return () => void heard.delete(listener as Listener)
      },
      onState: (listener) => {
        this.#states.add(listener)
        listener('connecting')
        return () => void this.#states.delete(listener)
      },
      request: async (event, payload) => this.#answer(event, payload) as never,
      close: () => this.#listeners.clear(),
    }
    queueMicrotask(() => this.#isUp && this.comeUp())
    return connection
  }

  /** The network is away from the beginning, or goes. */
  goDown(): void {
    this.#isUp = false
    for (const tell of this.#states) tell('down')
  }

  /** The connection is there, and the relay says who the visitor is. */
  comeUp(): void {
    this.#isUp = true
    if (!this.#handshake) return
    for (const tell of this.#states) tell('up')
    const { token, identity } = this.#handshake()
    this.handshakes.push({ ...(token !== undefined && { token }), ...(identity && { identity }) })
    const { people, conversation } = this
    const isKnown = token !== undefined && (token !== 'forgotten' || conversation !== undefined)
    this.tell('visitor:welcome', { people, ...(conversation && { conversation }), ...(!isKnown && { token: 'new' }) })
  }

  tell<E extends keyof VisitorNews>(event: E, news: Parameters<VisitorNews[E]>[0]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(news as never)
  }

  /** Answers a request in another way than accepting it. */
  on(event: string, handler: Handler): void {
    this.#handlers.set(event, handler)
  }

  /** Something is said or done in the conversation: stored, and told. */
  add(item: Omit<VisitorItem, 'seq' | 'at'> & { kind: VisitorItem['kind'] }): VisitorItem {
    const added = { ...item, seq: this.items.length + 1, at: Date.now() } as VisitorItem
    this.items.push(added)
    this.tell(added.kind === 'message' ? 'message:sent' : 'conversation:moved', added as never)
    return added
  }

  annaJoins(speaks?: readonly string[]): void {
    this.add({ kind: 'assigned', to: { ...anna, ...(speaks && { speaks }) } } as never)
  }

  annaSays(text: string): void {
    this.add({ kind: 'message', id: `anna-${this.items.length}`, from: 'operator', by: anna, text } as never)
  }

  /** The texts that reached it, in order. */
  texts(): string[] {
    return this.items.flatMap((item) => (item.kind === 'message' ? [item.text] : []))
  }

  #answer(event: string, payload: unknown): Answer<unknown> {
    if (!this.#isUp) return { ok: false, refusal: 'unreachable' }
    this.asked.push({ event, payload })
    const handler = this.#handlers.get(event)
    return handler ? handler(payload as never) : this.#accept(event, payload)
  }

  #accept(event: string, payload: unknown): Answer<unknown> {
    switch (event) {
      case 'conversation:ask':
        return { ok: true, value: this.#begin(payload as Draft, 'waiting') }
      case 'question:leave':
        return { ok: true, value: this.#begin(payload as Draft, 'pending') }
      case 'conversation:pend':
        return { ok: true, value: this.#pend() }
      case 'message:send':
        return { ok: true, value: this.#say(payload as Draft) }
      case 'conversation:resume':
        return { ok: true, value: { items: [...this.items], hasMore: false } satisfies ItemPage<VisitorItem> }
      case 'conversation:close':
        this.add({ kind: 'closed' } as never)
        return { ok: true, value: null }
      default:
        return { ok: true, value: null }
    }
  }

  #say({ id, text }: Draft): VisitorItem {
    const known = this.items.find((item) => item.kind === 'message' && item.id === id)
    return known ?? this.add({ kind: 'message', id, from: 'visitor', text } as never)
  }

  #begin(draft: Draft, status: VisitorConversation['status']): VisitorConversation {
    const isKnown = this.items.some((item) => item.kind === 'message' && item.id === draft.id)
    if (this.conversation && isKnown) return this.conversation
    if (this.conversation?.status === 'closed') this.items.length = 0
    this.#say(draft)
    if (status === 'pending') this.#pend()
    const reference = status === 'pending' ? { reference: 'HC-7K2QM' } : {}
    const nothing = { delivered: 0, read: 0 }
    const id = crypto.randomUUID()
    this.conversation = { id, status, lastSeq: this.items.length, theirs: nothing, mine: nothing, ...reference }
    return this.conversation
  }

  #pend(): VisitorConversation | undefined {
    this.add({ kind: 'pended', reference: 'HC-7K2QM' } as never)
    if (this.conversation) this.conversation = { ...this.conversation, status: 'pending', reference: 'HC-7K2QM' }
    return this.conversation
  }
}
