import { refusalWords } from '@deskbell/locales'
import { isPassing, limits, type Solved } from '@deskbell/protocol'
import { type ReadonlySignal, type Signal, untracked, useSignal, useSignalEffect } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import { keepRating, keptRating } from './kept-rating.ts'

interface Rating {
  /** What was chosen, told or not. */
  solved: Solved | undefined
  /** As it stands in the field. */
  comment: Signal<string>
  /** What became of the newest choice or comment, in words; nothing while nothing was told. */
  news: ReadonlySignal<{ words: string; isWrong?: boolean } | undefined>
  choose(solved: Solved): void
  sendComment(): void
}

/** Whether how it ended can be said: somebody answered, it is over, and has not been for long. */
export function isRatable({ head, items }: ChatProps['chat']['conversation']): boolean {
  const end = items.value.findLast(({ kind }) => kind === 'closed')
  return head.value?.status === 'closed' && end !== undefined && Date.now() - end.at < limits.rateWithin
}

/** What the visitor says of the end. Without a connection it goes out as soon as there is one, as long as this is on screen. */
export function useRating({ context, chat }: ChatProps): Rating {
  const { t } = context
  const { head, link } = chat.conversation
  const told = head.value?.rating
  const [kept] = useState(() => keptRating(head.peek()?.id))
  const untold = useSignal(kept.untold)
  const comment = useSignal(kept.comment ?? told?.comment ?? '')
  const news = useSignal<{ words: string; isWrong?: boolean } | undefined>(undefined)

  async function tell(words: string): Promise<void> {
    const saying = untold.peek()
    if (!saying || !head.value) return
    const answer = await link.request('conversation:rate', { conversationId: head.value.id, ...saying })
    // Something else was chosen meanwhile: what becomes of that counts.
    if (untold.peek() !== saying) return
    const isAway = !answer.ok && answer.refusal === 'unreachable'
    if (answer.ok || !(isAway || isPassing(answer.refusal))) untold.value = undefined
    if (answer.ok) news.value = { words }
    else news.value = isAway ? { words: t('foot.offline') } : { words: refusalWords(t, answer.refusal), isWrong: true }
  }
  useSignalEffect(() => {
    const { id, rating } = head.value ?? {}
    const isTyped = comment.value.trim() !== (rating?.comment ?? '')
    if (id !== undefined)
      keepRating(id, { ...(isTyped && { comment: comment.value }), ...(untold.value && { untold: untold.value }) })
  })
  useSignalEffect(() => {
    if (link.state.value === 'up') untracked(() => void tell(t('entry.thanks')))
  })
  const say = (solved: Solved, added: string | undefined, words: string) => {
    untold.value = { solved, ...(added && { comment: added }) }
    void tell(words)
  }
  const solved = untold.value?.solved ?? told?.solved
  return {
    ...{ solved, comment, news },
    choose: (chosen) => say(chosen, told?.comment, t('entry.thanks')),
    sendComment: () => solved && say(solved, comment.value.trim(), t('chat.sent')),
  }
}
