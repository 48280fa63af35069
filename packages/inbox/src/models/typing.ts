import type { OperatorConnection } from '@deskbell/client/socket'
import type { Colleague, ConversationId } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'

/** How long somebody counts as writing after the last sign of it, in ms. */
const shownFor = 6_000
/** How often our own writing is told, in ms. */
const toldEvery = 3_000

export interface Writing {
  /** Absent: the visitor. */
  by?: Colleague
  until: number
}

/** Who writes where, this operator aside. */
export const TypingModel = createModel((connection: OperatorConnection) => {
  const writing = signal<ReadonlyMap<ConversationId, Writing>>(new Map())
  const toldAt = new Map<ConversationId, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  effect(() =>
    connection.on('typing:started', ({ conversationId, by }) => {
      const one = { ...(by && { by }), until: Date.now() + shownFor }
      writing.value = new Map(writing.peek()).set(conversationId, one)
      schedule()
    }),
  )
  effect(() => connection.on('message:sent', ({ conversationId }) => stop(conversationId)))
  effect(() => () => clearTimeout(timer))

  function stop(id: ConversationId): void {
    if (!writing.peek().has(id)) return
    const next = new Map(writing.peek())
    next.delete(id)
    writing.value = next
  }

  function schedule(): void {
    clearTimeout(timer)
    timer = writing.peek().size > 0 ? setTimeout(forget, shownFor) : undefined
  }

  function forget(): void {
    const now = Date.now()
    writing.value = new Map([...writing.peek()].filter(([, { until }]) => until > now))
    schedule()
  }

  /** A reply has ended "is writing" on the other side: what is typed next is news again. */
  const sent = (conversationId: ConversationId): void => void toldAt.delete(conversationId)

  /** Tells the other side that this operator writes; not oftener than every 3 s. */
  function tell(conversationId: ConversationId): void {
    const now = Date.now()
    if (now - (toldAt.get(conversationId) ?? 0) < toldEvery) return
    for (const [id, at] of toldAt) if (now - at >= toldEvery) toldAt.delete(id)
    toldAt.set(conversationId, now)
    // Typing is volatile: whether it was heard does not matter.
    void connection.request('typing:start', { conversationId })
  }

  return { writing, tell, sent }
})
