import type { Answer } from '@deskbell/client/http'
import type { connectVisitor, VisitorConnection } from '@deskbell/client/socket'
import type { VisitorHandshake } from '@deskbell/protocol'
import { batch, type ReadonlySignal, signal } from '@preact/signals'

export type Connect = typeof connectVisitor
/** `none`: the visitor has not acted, so there is no connection and none is wanted. */
export type LinkState = 'none' | 'connecting' | 'up' | 'down' | 'refused'

export interface Link {
  state: ReadonlySignal<LinkState>
  /** Since when there is no connection, in ms since 1970; undefined while there is one or none is wanted. */
  lostAt: ReadonlySignal<number | undefined>
  /** It has just come back. */
  isBack: ReadonlySignal<boolean>
  open(): void
  /** Ends the connection and makes another one, with what is told at its beginning now. */
  renew(): void
  request: VisitorConnection['request']
  close(): void
}

export interface LinkOptions {
  relay: string
  connect: Connect
  handshake(): Omit<VisitorHandshake, 'protocol'>
  /** Listens to the news of a new connection. */
  listen(connection: VisitorConnection): void
}

/** How long it is said that the connection is back, in ms. */
const backStands = 4_000

/** The answer to a request that could not be made. */
export const noConnection: Answer<never> = { ok: false, refusal: 'unreachable' }

/** The one connection of this page, made when the visitor acts. */
export function createLink({ relay, connect, handshake, listen }: LinkOptions): Link {
  const state = signal<LinkState>('none')
  const lostAt = signal<number | undefined>(undefined)
  const isBack = signal(false)
  let connection: VisitorConnection | undefined
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function move(next: LinkState): void {
    batch(() => {
      const isLost = next === 'down' || next === 'refused'
      isBack.value = next === 'up' && lostAt.value !== undefined
      state.value = next
      lostAt.value = isLost ? (lostAt.value ?? Date.now()) : undefined
    })
    clearTimeout(timer)
    if (!isBack.value) return
    timer = setTimeout(() => {
      isBack.value = false
    }, backStands)
  }

  function open(): void {
    if (connection || isOver) return
    connection = connect(relay, handshake)
    listen(connection)
    connection.onState(move)
  }
  function end(): void {
    connection?.close()
    connection = undefined
    move('none')
  }

  return {
    state,
    lostAt,
    isBack,
    open,
    renew() {
      end()
      open()
    },
    request: async (event, payload) => connection?.request(event, payload) ?? noConnection,
    close() {
      isOver = true
      end()
    },
  }
}
