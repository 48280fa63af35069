import type { OperatorConversation } from '@deskbell/protocol'
import { effect, untracked } from '@preact/signals'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import type { Team } from './team.ts'
import { type Wording, wording } from './wording.ts'

interface Given {
  lists: Lists
  team: Team
  notice: NoticeLine
  /** How a visitor is called inside a sentence. */
  nameOf: (head: OperatorConversation) => string
}

/** Tells the operator for as long as the model lives that calls it, in the line below, that what they were given and did not open is somebody else's now. */
export function tellPassedOn({ lists, team, notice, nameOf }: Given): void {
  let before: readonly OperatorConversation[] = []

  effect(() => {
    const { heads, given } = lists
    const passed = before.flatMap(({ id }) => heads.value.get(id) ?? []).find(isElsewhere)
    before = given.value
    if (passed) untracked(() => notice.show({ text: wordsOf(passed) }))
  })

  function isElsewhere({ status, operatorId }: OperatorConversation): boolean {
    return status === 'waiting' || (status === 'assigned' && operatorId !== team.self.peek().id)
  }

  function wordsOf(head: OperatorConversation): Wording {
    const to = team.members.value.find(({ id }) => id === head.operatorId)?.name
    const values = { name: nameOf(head), count: team.settings.value.openWithinSeconds }
    return to === undefined ? wording('line.backUnopened', values) : wording('line.passedOn', { ...values, to })
  }
}
