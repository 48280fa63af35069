import type { ConnectionState, OperatorConnection } from '@deskbell/client/socket'
import type { OperatorConversation, OperatorItem, OperatorNews, OperatorWelcome, TeamMember } from '@deskbell/protocol'
import { anna, boris } from './anna.ts'

type Replies = Record<string, unknown>
interface Asked {
  event: string
  payload: unknown
}

/** A connection to a relay that says what a test lets it say and remembers what it was asked. */
export function connectionDouble(replies: Replies = {}) {
  const listeners = new Map<string, Set<(...args: never[]) => void>>()
  const states = new Set<(state: ConnectionState) => void>()
  const asked: Asked[] = []
  let state: ConnectionState = 'up'
  const connection: OperatorConnection = {
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set()
      listeners.set(event, heard.add(listener as (...args: never[]) => void))
      return () => void heard.delete(listener as (...args: never[]) => void)
    },
    onState(listener) {
      states.add(listener)
      listener(state)
      return () => void states.delete(listener)
    },
    async request(event, payload) {
      asked.push({ event, payload })
      if (state !== 'up') return { ok: false, refusal: 'unreachable' }
      const reply = replies[event]
      const value = typeof reply === 'function' ? reply(payload) : (reply ?? { ok: true, value: null })
      return await value
    },
    close: () => listeners.clear(),
  }
  return {
    connection,
    asked,
    replies,
    tell<E extends keyof OperatorNews & string>(event: E, ...args: Parameters<OperatorNews[E]>) {
      for (const listener of listeners.get(event) ?? []) listener(...(args as unknown as never[]))
    },
    move(next: ConnectionState) {
      state = next
      for (const listener of states) listener(next)
    },
  }
}

export type ConnectionDouble = ReturnType<typeof connectionDouble>

/** What was asked of the relay under one name, in order. */
export function requests({ asked }: ConnectionDouble, event: string): unknown[] {
  return asked.filter((one) => one.event === event).map(({ payload }) => payload)
}

export const minute = 60_000

/** Ellen, who asked three minutes before `now` and waits; `change` makes her whatever else a test needs. */
export function ellen(now: number, change: Partial<OperatorConversation> = {}): OperatorConversation {
  return {
    id: 'ellen',
    status: 'waiting',
    lastSeq: 1,
    locale: 'en',
    name: 'Ellen',
    isVisitorConnected: true,
    askedAt: now - 3 * minute,
    position: 1,
    promised: { lowSeconds: 120, likelySeconds: 240, highSeconds: 360 },
    preview: { from: 'visitor', text: 'The zip is broken', at: now - 3 * minute },
    visitorHas: { delivered: 0, read: 0 },
    operatorHas: { delivered: 0, read: 0 },
    ...change,
  }
}

export function ellensWords(now: number): OperatorItem {
  return { kind: 'message', seq: 1, at: now - 3 * minute, id: 'm1', from: 'visitor', text: 'The zip is broken' }
}

export function memberOf(operator: typeof anna, change: Partial<TeamMember> = {}): TeamMember {
  return { ...operator, isOnDuty: true, isConnected: true, conversations: 0, ...change }
}

export function welcome(now: number, conversations: readonly OperatorConversation[], team?: TeamMember[]) {
  return {
    self: anna,
    now,
    siteName: 'Holm Ceramics',
    isDemo: false,
    sendsMail: false,
    settings: {
      routing: 'automatic',
      openWithinSeconds: 30,
      labels: ['Delivery', 'Returns', 'Warranty'],
      locales: ['en'],
    },
    team: team ?? [memberOf(anna), memberOf(boris)],
    formerOperators: [],
    reading: [],
    drafts: [],
    conversations,
  } satisfies OperatorWelcome
}
