import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, OperatorConversation } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import { faster } from './faster.ts'
import { firstQuestion } from './first-question.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import type { Team } from './team.ts'
import { wording } from './wording.ts'

interface Given {
  connection: OperatorConnection
  lists: Lists
  team: Team
  notice: NoticeLine
  /** How a visitor is called inside a sentence. */
  nameOf: (head: OperatorConversation) => string
  /** Shows a conversation, or the lists alone. */
  show: (id: ConversationId | undefined) => void
  isOpen: (id: ConversationId) => boolean
  /** A conversation was taken: now is the time to write. */
  taken: () => void
}

/** What an operator does with whole conversations: take, close, and back. A refusal is told in the line below. */
export const HandlingModel = createModel(({ connection, lists, team, notice, nameOf, show, isOpen, taken }: Given) => {
  const { isBusy, doing } = createAsking(notice)
  let isTaking = false

  /** Takes the one that breaks next, or this one: one at a time, but also while a close is still on its way. */
  async function take(id?: ConversationId): Promise<void> {
    if (isTaking) return
    isTaking = true
    const next = id ?? lists.waiting.peek()[0]?.id
    const answer = await doing(
      next ? connection.request('conversation:take', { conversationId: next }) : connection.request('queue:take', {}),
      (refusal) => faster(team, refusal, next === undefined || isOpen(next) ? undefined : () => show(next)),
    )
    isTaking = false
    if (!answer) return
    lists.put(answer.value)
    show(answer.value.id)
    taken()
  }

  /** Whether it is closed. `reason`: why, for colleagues. */
  async function close(head: OperatorConversation, reason = ''): Promise<boolean> {
    if (isBusy.peek()) return false
    const why = reason.trim()
    const closing = { conversationId: head.id, ...(why !== '' && { reason: why }) }
    if (!(await doing(connection.request('conversation:close', closing)))) return false
    notice.show({ text: wording('line.closed', { name: nameOf(head) }), undo: () => void reopen(head.id) })
    show(undefined)
    return true
  }

  async function reopen(id: ConversationId): Promise<void> {
    notice.hide()
    if (await doing(connection.request('conversation:reopen', { conversationId: id }))) show(id)
  }

  /** What its visitor asked, in their words; `''` where it can't be had. */
  function firstWords(id: ConversationId): Promise<string> {
    return firstQuestion([], { connection, id })
  }

  /** `end`: until when, or back when, in ms since 1970. */
  async function setDuty(isWanted: boolean, end?: number): Promise<void> {
    await doing(team.setDuty(isWanted, end))
  }

  return { isBusy, take, close, reopen, firstQuestion: firstWords, setDuty }
})
