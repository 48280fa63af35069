import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, Draft, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { createModel } from '@preact/signals'
import { createAsking } from './asking.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
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

/** Two answer one visitor: asks a colleague, joins and leaves. A refusal is told in the line below. */
export const GuestsModel = createModel(({ connection, lists, team, notice, joined }: Given) => {
  const { isBusy, doing } = createAsking(notice)

  async function invite(head: OperatorConversation, who: OperatorId, note?: Draft): Promise<boolean> {
    const invitation = { conversationId: head.id, who, ...(note && { note }) }
    if (!(await doing(connection.request('conversation:invite', invitation)))) return false
    const text = wording('line.invited', { to: team.names.peek().get(who) ?? '' })
    notice.show({ text, undo: () => void end(head.id, who) })
    return true
  }

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
