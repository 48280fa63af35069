import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorConversation } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import { wording } from './wording.ts'

interface Given {
  connection: OperatorConnection
  lists: Lists
  notice: NoticeLine
  /** How a visitor is called inside a sentence. */
  nameOf: (head: OperatorConversation) => string
  /** Shows the lists alone. */
  show: (id: undefined) => void
  take: (id: ConversationId) => Promise<void>
}

/** What an operator says of a conversation: what it is about, when it comes back, and that its visitor is blocked. A refusal is told in the line below. */
export const FilingModel = createModel(({ connection, lists, notice, nameOf, show, take }: Given) => {
  const { isBusy, doing } = createAsking(notice)

  /** Shown at once; a refusal brings back what was there. */
  async function setLabels(
    { id, labels: before = [] }: OperatorConversation,
    labels: readonly string[],
  ): Promise<void> {
    const show = (shown: readonly string[]) => {
      const head = lists.heads.peek().get(id)
      if (head) lists.put({ ...head, labels: shown })
    }
    show(labels)
    if (!(await doing(connection.request('labels:set', { conversationId: id, labels })))) show(before)
  }

  /** Until `at` (ms since 1970); without it, no longer. What was this operator's leaves the screen. */
  async function putOff(head: OperatorConversation, at: number | undefined): Promise<void> {
    const { id, status, followUp } = head
    const isOwn = status === 'assigned'
    if (!(await setFollowUp(id, at))) return
    if (isOwn) show(undefined)
    const undo = () => {
      notice.hide()
      void (isOwn ? take(id) : setFollowUp(id, followUp?.at))
    }
    notice.show({ text: wording(at === undefined ? 'line.noFollowUp' : 'line.putOff', { name: nameOf(head) }), undo })
  }

  /** Until `until` (ms since 1970); without it, no longer. */
  async function block(head: OperatorConversation, until: number | undefined): Promise<void> {
    if (!(await setBlock(head.id, until))) return
    const name = nameOf(head)
    if (until === undefined) notice.show({ text: wording('line.unblocked', { name }) })
    else notice.show({ text: wording('line.blocked', { name }), undo: () => void block(head, undefined) })
  }

  function setBlock(conversationId: ConversationId, until: number | undefined) {
    return doing(connection.request('visitor:block', { conversationId, ...(until !== undefined && { until }) }))
  }

  function setFollowUp(id: ConversationId, at: number | undefined) {
    return doing(connection.request('follow-up:set', { conversationId: id, ...(at !== undefined && { at }) }))
  }

  return { isBusy, putOff, block, setLabels }
})
