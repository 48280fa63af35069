import type { ConversationId, OperatorConversation } from '@deskbell/protocol'
import { effect, untracked } from '@preact/signals'
import type { Letters } from './letters.ts'
import type { Lists } from './lists.ts'
import type { NoticeLine } from './notice.ts'
import { wording } from './wording.ts'

interface Given {
  letters: Letters
  lists: Lists
  notice: NoticeLine
  /** How a visitor is called inside a sentence. */
  nameOf: (head: OperatorConversation) => string
  isOpen: (id: ConversationId) => boolean
  show: (id: ConversationId) => void
}

/** Tells the operator for as long as the model lives that calls it, in the line below, that a reply was refused which is not on screen. */
export function tellUnsent({ letters, lists, notice, nameOf, isOpen, show }: Given): void {
  let before = idsOf(letters.refused.peek())

  effect(() => {
    const refused = letters.refused.value
    const news = refused.find(({ id, conversationId }) => !before.has(id) && !isOpen(conversationId))
    before = idsOf(refused)
    const head = news && lists.heads.peek().get(news.conversationId)
    if (head) untracked(() => tell(head))
  })

  function tell(head: OperatorConversation): void {
    const text = wording('line.unsent', { name: nameOf(head) })
    notice.show({ text, isRefusal: true, action: { label: 'line.open', run: () => show(head.id) } })
  }
}

function idsOf(letters: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(letters.map(({ id }) => id))
}
