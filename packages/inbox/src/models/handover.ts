import type { OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, Draft, OperatorConversation, OperatorId } from '@deskbell/protocol'
import { computed, createModel, effect, untracked } from '@preact/signals'
import { createAsking } from './asking.ts'
import { faster } from './faster.ts'
import { isUnderway } from './given.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import type { Team } from './team.ts'
import { wording } from './wording.ts'

export interface Transfer {
  to: OperatorId | 'line'
  /** To the line, for whoever has this. */
  skill?: string
  note?: Draft
}

interface Given {
  connection: OperatorConnection
  lists: Lists
  team: Team
  notice: NoticeLine
  /** How a visitor is called inside a sentence. */
  nameOf: (head: OperatorConversation) => string
  /** Shows a conversation, or the lists alone. */
  show: (id: ConversationId | undefined) => void
  /** Wakes the operator to what is theirs again. */
  ring: () => void
}

/** Hands conversations over, takes them back while nobody has opened them, and tells in the line below what became of them. */
export const HandoverModel = createModel(({ connection, lists, team, notice, nameOf, show, ring }: Given) => {
  const { isBusy, doing } = createAsking(notice)
  const selfId = team.self.peek().id
  const underway = computed(() =>
    [...lists.heads.value.values()].filter((head) => isUnderway(head) && head.handed?.by === selfId),
  )
  const takenBack = new Set<ConversationId>()
  let before: readonly OperatorConversation[] = []

  effect(() => {
    const now = underway.value
    const over = before.filter(({ id }) => !now.some((head) => head.id === id))
    before = now
    untracked(() => {
      for (const head of over) tellOf(head)
    })
  })

  /** What became of one that is underway no longer. */
  function tellOf({ id, handed }: OperatorConversation): void {
    const head = lists.heads.peek().get(id)
    const to = team.names.peek().get(handed?.to ?? '')
    if (!head || to === undefined || takenBack.delete(id)) return
    const values = { name: nameOf(head), to }
    if (head.status === 'assigned' && head.operatorId === handed?.to)
      notice.show({ text: wording('line.transferred', values) })
    if (head.operatorId !== selfId || head.status !== 'assigned') return
    const action = { label: 'line.open', run: () => show(id) } as const
    notice.show({ text: wording('line.handedBack', values), action })
    // What the desk gives to be opened rings by itself.
    if (head.openBy === undefined) ring()
  }

  async function transfer(head: OperatorConversation, { to, skill, note }: Transfer): Promise<boolean> {
    const more = { ...(skill !== undefined && { skill }), ...(note && { note }) }
    const answer = await doing(connection.request('conversation:transfer', { conversationId: head.id, to, ...more }))
    if (!answer) return false
    const values = { name: nameOf(head), to: team.names.peek().get(to) ?? '' }
    const text = wording(to === 'line' ? 'line.returned' : 'line.handed', values)
    notice.show({ text, undo: () => void takeBack(head.id) })
    show(undefined)
    return true
  }

  async function takeBack(id: ConversationId): Promise<void> {
    notice.hide()
    takenBack.add(id)
    const asked = connection.request('transfer:undo', { conversationId: id })
    const answer = await doing(asked, (refused) => faster(team, refused, () => show(id)))
    if (answer) {
      lists.put(answer.value)
      show(id)
    } else takenBack.delete(id)
  }

  return { isBusy, transfer, takeBack }
})
