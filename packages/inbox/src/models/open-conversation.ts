import type { OperatorConnection } from '@deskbell/client/socket'
import type { Before, ConversationId, OpenedConversation, OperatorItem } from '@deskbell/protocol'
import { batch, computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import { firstQuestion } from './first-question.ts'
import type { Hub } from './hub.ts'
import type { Link } from './link.ts'
import type { Lists } from './lists.ts'
import { createLookBack } from './look-back.ts'
import { createNewestItems, type NewestItems } from './newest-items.ts'
import { refusalWording, type Wording } from './wording.ts'

interface Given {
  id: ConversationId
  /** The number of the message it is opened for. */
  sought: number | undefined
  connection: OperatorConnection
  hub: Hub
  link: Link
  lists: Lists
  /** Whether somebody can see this page. */
  isVisible: ReadonlySignal<boolean>
}

/**
 * One conversation on screen: what went before it, its newest items in order and without a hole, and what is looked up
 * before those. It opens at the message it is opened for; else, with more unread than a page holds, where that begins.
 */
export const OpenConversationModel = createModel(({ id, sought, connection, hub, link, lists, isVisible }: Given) => {
  const before = signal<Before | undefined>(undefined)
  const earlier = signal<OpenedConversation['earlier']>([])
  const newest = createNewestItems(connection, id)
  const { items } = newest
  const look = lookBackIn(id, connection, items)
  // How far was read is told the relay as soon as this is on screen.
  const head = lists.heads.peek().get(id)
  const readBefore = head?.preview?.from === 'visitor' ? head.operatorHas.read : 0
  const newFrom = signal<number | undefined>(undefined)
  const fault = signal<Wording | undefined>(undefined)
  const givenUntil = computed(() => lists.given.value.find((head) => head.id === id)?.openBy)

  effect(() => hub.hear(id, newest.receive))
  effect(() => {
    if (link.isUp.value) void refresh()
  })
  // It was on screen already when the desk gave it: who sees it has opened it.
  effect(() => {
    const isSeen = isVisible.value && link.isUp.value && before.value !== undefined
    if (isSeen && givenUntil.value !== undefined) untracked(() => void keep())
  })
  effect(() => {
    const catchUp = () => void (document.visibilityState === 'visible' && newest.catchUp())
    document.addEventListener('visibilitychange', catchUp)
    return () => document.removeEventListener('visibilitychange', catchUp)
  })
  effect(() => newest.close)

  async function refresh(): Promise<void> {
    if (newest.isBegun()) return newest.catchUp()
    const answer = await connection.request('conversation:open', { conversationId: id })
    if (answer.ok) void begin(answer.value)
    // Nobody there to answer: it is asked again as soon as the connection is back.
    else if (answer.refusal !== 'unreachable') fault.value = refusalWording(answer)
  }

  async function keep(): Promise<void> {
    const answer = await connection.request('conversation:open', { conversationId: id })
    if (answer.ok) lists.put(answer.value.conversation)
  }

  async function begin({ conversation, before: went, page, earlier: others }: OpenedConversation): Promise<void> {
    const [first] = page.items
    batch(() => {
      lists.put(conversation)
      fault.value = undefined
      newest.begin(page)
      if (readBefore > 0 && readBefore < conversation.lastSeq) newFrom.value = readBefore + 1
      earlier.value = others
    })
    const from = sought ?? newFrom.value
    if (from !== undefined && first && from < first.seq) await look.jump(from)
    before.value = went
  }

  const { items: shown, ...ways } = look
  const askFirst = () => firstQuestion(shown.peek(), { connection, id })
  return { before, earlier, items, shown, look: ways, newFrom, fault, refresh, firstQuestion: askFirst }
})

function lookBackIn(conversationId: ConversationId, connection: OperatorConnection, newest: NewestItems['items']) {
  return createLookBack<OperatorItem>({
    newest,
    before: (before) => connection.request('conversation:look-back', { conversationId, before }),
    after: (after) => connection.request('conversation:resume', { conversationId, after }),
  })
}

export type OpenConversation = InstanceType<typeof OpenConversationModel>
