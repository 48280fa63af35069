import type { VisitorItem } from '@deskbell/protocol'
import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { WidgetContext } from '../panel/context.ts'
import type { ChatModel } from './model.ts'
import { namesIn } from './speakers.ts'

/** How long an end that was not seen is shown to who comes back, in ms. */
const freshFor = 86_400_000

type Returning = Pick<ChatModel, 'conversation' | 'kept' | 'draft'> & { isReading: ReadonlySignal<boolean> }

/**
 * Who comes back to a conversation that ended wants another one. What they have not read yet comes first, and so does an end
 * that they have not seen, once, as long as nothing new is asked: they may say whether it was solved.
 */
export function beginAnewOnReturn(
  { navigation, trail }: WidgetContext,
  { conversation, kept, draft, isReading }: Returning,
) {
  const { stage, head, items, reading } = conversation
  let shown: unknown
  return effect(() => {
    const view = navigation.view.value
    const isSeen = isReading.value
    if (stage.value !== 'ended' || !head.value) {
      shown = view
      return
    }
    const { id, rating } = head.value
    untracked(() => {
      const isReturn = view !== shown && view.name === 'person'
      shown = view
      const isAsking = draft.text.value !== '' || trail.before().searches.length > 0
      const end = items.value.findLast(({ kind }) => kind === 'closed')
      // A conversation may go on and end again.
      const ended = id + (end?.seq ?? '')
      const wasSeen = kept.saved().ended === ended
      const isDone = isAsking || rating || wasSeen || !isFresh(end, items.value)
      if (isReturn && reading.unread.value.length === 0 && isDone) conversation.beginAnew()
      else if (isSeen && !wasSeen) kept.change({ ended })
    })
  })
}

function isFresh(end: VisitorItem | undefined, items: readonly VisitorItem[]): boolean {
  return end !== undefined && Date.now() - end.at < freshFor && namesIn(items).length > 0
}
