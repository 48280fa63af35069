import type { OperatorConnection } from '@deskbell/client/socket'
import type { OperatorConversation } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'

interface Given {
  connection: OperatorConnection
  lists: Lists
  notice: NoticeLine
}

/** What an operator says of a conversation. A refusal is told in the line below. */
export const FilingModel = createModel(({ connection, lists, notice }: Given) => {
  const { doing } = createAsking(notice)

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

  return { setLabels }
})
