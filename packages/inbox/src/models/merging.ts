import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorConversation, OperatorId, OperatorItem } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import { isAnswering } from './given.ts'
import type { Heads, Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import { wording } from './wording.ts'

interface Given {
  connection: OperatorConnection
  lists: Lists
  notice: NoticeLine
}

/** What an operator can bring into a conversation, the oldest on top. Only who the shop vouches for can have more than one open. */
export function questionsFor(head: OperatorConversation, heads: Heads, selfId: OperatorId): OperatorConversation[] {
  const { status, verifiedId } = head
  const isOpen = status === 'pending' || (status === 'assigned' && isAnswering(head, selfId))
  if (verifiedId === undefined || !isOpen) return []
  return [...heads.values()]
    .filter((one) => one.status === 'pending' && one.verifiedId === verifiedId && one.id !== head.id)
    .toSorted((a, b) => a.askedAt - b.askedAt)
}

/** Brings a question into another conversation of the same visitor, and takes it out again. A refusal is told in the line below. */
export const MergingModel = createModel(({ connection, lists, notice }: Given) => {
  const { isBusy, doing } = createAsking(notice)

  async function merge(head: OperatorConversation, question: OperatorConversation): Promise<boolean> {
    const answer = await doing(connection.request('conversation:merge', { conversationId: head.id, from: question.id }))
    if (!answer) return false
    lists.put(answer.value)
    const text = wording('merge.done', { reference: question.reference ?? '' })
    notice.show({ text, undo: () => void undo(question.id) })
    return true
  }

  async function undo(conversationId: ConversationId): Promise<void> {
    notice.hide()
    const answer = await doing(connection.request('merge:undo', { conversationId }))
    if (answer) lists.put(answer.value)
  }

  return { isBusy, merge, undo }
})

/** Without what was merged and has been taken out since: it was on screen before. */
export function withoutParted(items: readonly OperatorItem[]): readonly OperatorItem[] {
  const partedAt = new Map<ConversationId, number>()
  for (const item of items) if (item.kind === 'parted' && item.from !== undefined) partedAt.set(item.from, item.seq)
  if (partedAt.size === 0) return items
  return items.filter((item) => !('of' in item) || !item.of || item.seq > (partedAt.get(item.of.conversationId) ?? 0))
}
