import type { OperatorNews, OperatorRequests, Reply, VisitorNews, VisitorRequests } from '@deskbell/protocol'
import type { Answer } from './answer.ts'

type PayloadOf<Requests, E extends keyof Requests> = Requests[E] extends (payload: infer P, reply: infer _R) => void
  ? P
  : never
type ValueOf<Requests, E extends keyof Requests> = Requests[E] extends (
  payload: infer _P,
  reply: (reply: Reply<infer V>) => void,
) => void
  ? V
  : never

export type ConnectionState = 'connecting' | 'up' | 'down' | 'refused'

/** A typed way to one namespace of the relay. It connects again by itself, with growing random delays. */
export interface Connection<Requests, News> {
  /** Calls the listener at every such news; returns what stops it. */
  on<E extends keyof News & string>(event: E, listener: News[E]): () => void
  /** Calls the listener now and at every change. `refused`: the relay wants no connection from here (signed out, origin). */
  onState(listener: (state: ConnectionState) => void): () => void
  /** Answers exactly once; `unreachable` when no reply comes within 10 s or the connection is down. */
  request<E extends keyof Requests & string>(
    event: E,
    payload: PayloadOf<Requests, E>,
  ): Promise<Answer<ValueOf<Requests, E>>>
  close(): void
}

export type VisitorConnection = Connection<VisitorRequests, VisitorNews>
export type OperatorConnection = Connection<OperatorRequests, OperatorNews>
