import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, Draft, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { createModel, effect, signal, untracked } from '@preact/signals'
import { createAsking } from './asking.ts'
import type { Lists } from './lists.ts'
import type { Notice, NoticeLine } from './notice.ts'
import type { Team } from './team.ts'
import { wording } from './wording.ts'

interface Given {
  connection: OperatorConnection
  lists: Lists
  team: Team
  notice: NoticeLine
  /** They have joined: now is the time to write. */
  joined: () => void
}

/** What says that a colleague is asked; `isSeen`: their name has been among who is. */
interface Asked {
  told: Notice
  conversationId: ConversationId
  who: OperatorId
  isSeen: boolean
}

/** Two answer one visitor: asks a colleague, joins and leaves. A refusal is told in the line below. */
export const GuestsModel = createModel(({ connection, lists, team, notice, joined }: Given) => {
  const { isBusy, doing } = createAsking(notice)
  const asked = signal<Asked | undefined>(undefined)

  async function invite(head: OperatorConversation, who: OperatorId, note?: Draft): Promise<boolean> {
    const invitation = { conversationId: head.id, who, ...(note && { note }) }
    if (!(await doing(connection.request('conversation:invite', invitation)))) return false
    const text = wording('line.invited', { to: team.names.peek().get(who) ?? '' })
    const told: Notice = { text, undo: () => void end(head.id, who) }
    notice.show(told)
    asked.value = { told, conversationId: head.id, who, isSeen: false }
    return true
  }

  // Once they have joined or declined there is nothing to be taken back.
  effect(() => {
    const last = asked.value
    if (!last) return
    const isStill = lists.heads.value.get(last.conversationId)?.invited?.includes(last.who) === true
    if (isStill) last.isSeen = true
    else if (last.isSeen && notice.notice.peek() === last.told) untracked(notice.hide)
  })

  async function join(conversationId: ConversationId): Promise<void> {
    const answer = await doing(connection.request('conversation:join', { conversationId }))
    if (!answer) return
    lists.put(answer.value)
    joined()
  }

  /** One's own part or invitation. */
  const leave = (id: ConversationId) => end(id)

  async function end(conversationId: ConversationId, who?: OperatorId): Promise<void> {
    notice.hide()
    await doing(connection.request('conversation:leave', { conversationId, ...(who !== undefined && { who }) }))
  }

  return { isBusy, invite, join, leave }
})
