import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId } from '@deskbell/protocol'
import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Link } from './link.ts'
import type { Lists } from './lists.ts'

interface Given {
  connection: OperatorConnection
  link: Link
  lists: Lists
  /** The conversation on screen, if there is one. */
  openId: ReadonlySignal<ConversationId | undefined>
}

const focusChanges = ['focus', 'blur'] as const

/** Tells visitors how far we have got: delivered for all that is ours, read for what is on screen and seen. */
export const ReceiptsModel = createModel(({ connection, link, lists, openId }: Given) => {
  const isVisible = signal(document.visibilityState === 'visible')
  // Another window may be in front of one that is visible all the same.
  const hasFocus = signal(document.hasFocus())
  const given = new Map<ConversationId, { delivered: number; read: number }>()

  effect(() => {
    const look = () => {
      isVisible.value = document.visibilityState === 'visible'
      hasFocus.value = document.hasFocus()
    }
    document.addEventListener('visibilitychange', look)
    for (const event of focusChanges) addEventListener(event, look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      for (const event of focusChanges) removeEventListener(event, look)
    }
  })
  effect(() => {
    if (!link.isUp.value) return given.clear()
    const onScreen = isVisible.value && hasFocus.value ? openId.value : undefined
    const ours = [...lists.mine.value, ...lists.questions.value, ...lists.later.value]
    for (const { id, lastSeq, operatorHas } of ours) {
      give(id, { delivered: lastSeq, read: id === onScreen ? lastSeq : operatorHas.read }, operatorHas)
    }
    const left = new Set(ours.map(({ id }) => id))
    for (const id of given.keys()) if (!left.has(id)) given.delete(id)
  })

  function give(id: ConversationId, next: Receipts, known: Receipts): void {
    const before = given.get(id) ?? known
    if (next.delivered <= before.delivered && next.read <= before.read) return
    given.set(id, next)
    // Receipts are monotonic and repeated with the next item: one that is lost costs nothing.
    void connection.request('receipt:give', { conversationId: id, ...next })
  }

  return { isVisible }
})

interface Receipts {
  delivered: number
  read: number
}
