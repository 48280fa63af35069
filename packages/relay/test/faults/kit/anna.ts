import type { Answer } from '@deskbell/client/http'
import type { Sequence } from '@deskbell/client/socket'
import type { ItemPage, OperatorConversation, OperatorItem, OperatorNews, OperatorRequests } from '@deskbell/protocol'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { Program } from './program.ts'

const patience = 5_000

/** Anna's page: on duty whenever it is connected, back at once when it was not, up to date in every conversation. */
export class Anna {
  readonly #socket: Socket<OperatorNews, OperatorRequests>
  readonly #threads = new Map<string, Sequence<OperatorItem>>()
  /** Called whenever she is back. */
  readonly #whenBack: (() => void)[] = []
  /** The conversations in her lists, as she was told of them last. */
  readonly heads = new Map<string, OperatorConversation>()

  private constructor({ url, annasCookie }: Program) {
    this.#socket = io(`${url}/operator`, {
      auth: { protocol: 1 },
      extraHeaders: { cookie: annasCookie },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
    })
    const heard = ({ conversationId, item }: { conversationId: string; item: OperatorItem }) =>
      this.#threads.get(conversationId)?.receive(item)
    this.#socket.on('message:sent', heard)
    this.#socket.on('conversation:moved', heard)
    const listed = (conversations: readonly OperatorConversation[]) => {
      for (const head of conversations) this.heads.set(head.id, head)
    }
    this.#socket.on('conversations:changed', listed)
    this.#socket.on('operator:welcome', ({ conversations }) => {
      listed(conversations)
      void this.#arrive()
    })
    // As the inbox does after 200 refusals in a row, when the relay hangs up.
    this.#socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') this.#socket.connect()
    })
  }

  static async on(program: Program): Promise<Anna> {
    const anna = new Anna(program)
    onTestFinished(() => void anna.#socket.close())
    await new Promise<void>((done) => anna.#whenBack.push(done))
    return anna
  }

  async #arrive(): Promise<void> {
    await this.request('duty:set', { isOnDuty: true })
    for (const thread of this.#threads.values()) await thread.catchUp()
    for (const back of this.#whenBack) back()
  }

  async request<T>(event: keyof OperatorRequests, payload: object): Promise<Answer<T>> {
    if (!this.#socket.connected) return { ok: false, refusal: 'unreachable' }
    try {
      return (await this.#socket.timeout(patience).emitWithAck(event, payload as never)) as Answer<T>
    } catch {
      return { ok: false, refusal: 'unreachable' }
    }
  }

  resume(conversationId: string, after: number): Promise<Answer<ItemPage<OperatorItem>>> {
    return this.request('conversation:resume', { conversationId, after })
  }

  /** Takes a conversation from the line and hears all that is said in it, `whenBack` each time she was away. */
  async take(conversationId: string, thread: Sequence<OperatorItem>, whenBack: () => void): Promise<void> {
    this.#threads.set(conversationId, thread)
    this.#whenBack.push(whenBack)
    const answer = await this.request('conversation:take', { conversationId })
    if (!answer.ok) throw new Error(`not taken: ${answer.refusal}`)
    await thread.catchUp()
  }
}
