import { createSequence, type OperatorConnection } from '@deskbell/client/socket'
import type { Before, ConversationId, OpenedConversation, OperatorItem } from '@deskbell/protocol'
import { batch, computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { Hub } from './hub.ts'
import type { Link } from './link.ts'
import type { Lists } from './lists.ts'
import { refusalWording, type Wording } from './wording.ts'

interface Given {
  id: ConversationId
  connection: OperatorConnection
  hub: Hub
  link: Link
  lists: Lists
  /** Whether somebody can see this page. */
  isVisible: ReadonlySignal<boolean>
}

/** One conversation on screen: what went before it and all its items, in order and without a hole. */
export const OpenConversationModel = createModel(({ id, connection, hub, link, lists, isVisible }: Given) => {
  const before = signal<Before | undefined>(undefined)
  const earlier = signal<OpenedConversation['earlier']>([])
  const items = signal<readonly OperatorItem[]>([])
  const fault = signal<Wording | undefined>(undefined)
  const givenUntil = computed(() => lists.given.value.find((head) => head.id === id)?.openBy)
  const sequence = createSequence<OperatorItem>({
    show: (more) => {
      items.value = [...items.peek(), ...more]
    },
    resume: (after) => connection.request('conversation:resume', { conversationId: id, after }),
  })

  effect(() => hub.hear(id, sequence.receive))
  effect(() => {
    if (link.isUp.value) void refresh()
  })
  // It was on screen already when the desk gave it: who sees it has opened it.
  effect(() => {
    const isSeen = isVisible.value && link.isUp.value && before.value !== undefined
    if (isSeen && givenUntil.value !== undefined) untracked(() => void keep())
  })
  effect(() => {
    const catchUp = () => void (document.visibilityState === 'visible' && before.peek() && sequence.catchUp())
    document.addEventListener('visibilitychange', catchUp)
    return () => document.removeEventListener('visibilitychange', catchUp)
  })
  effect(() => () => sequence.close())

  async function refresh(): Promise<void> {
    if (before.peek()) return sequence.catchUp()
    const answer = await connection.request('conversation:open', { conversationId: id })
    if (answer.ok) begin(answer.value)
    // Nobody there to answer: it is asked again as soon as the connection is back.
    else if (answer.refusal !== 'unreachable') fault.value = refusalWording(answer)
  }

  async function keep(): Promise<void> {
    const answer = await connection.request('conversation:open', { conversationId: id })
    if (answer.ok) lists.put(answer.value.conversation)
  }

  function begin(opened: OpenedConversation): void {
    batch(() => {
      lists.put(opened.conversation)
      fault.value = undefined
      for (const item of opened.page.items) sequence.receive(item)
      before.value = opened.before
      earlier.value = opened.earlier
    })
    if (opened.page.hasMore) void sequence.catchUp()
  }

  return { before, earlier, items, fault, refresh }
})

export type OpenConversation = InstanceType<typeof OpenConversationModel>
