import type { Colleague, ConversationId, OperatorId, OperatorItem } from '@deskbell/protocol'
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { Drafts, DraftsKept } from './drafts.ts'

interface Given {
  drafts: DraftsKept
  id: ConversationId
  items: ReadonlySignal<readonly OperatorItem[]>
  /** Whether there is something to be sent: words, or files alone. */
  isBegun: ReadonlySignal<boolean>
  selfId: OperatorId
}

/** A colleague's reply that came since this one was begun; sending stops once for it to be read. */
export function createUnseen({ drafts, id, items, isBegun, selfId }: Given) {
  const stoppedBy = signal<Colleague | undefined>(undefined)
  const newestSeq = () => items.value.at(-1)?.seq

  effect(() => {
    const newest = newestSeq()
    const isKnown = seenOf(drafts.drafts.peek(), id) !== undefined
    if (!isBegun.value) {
      stoppedBy.value = undefined
      untracked(() => isKnown && drafts.see(id, undefined))
    } else if (newest !== undefined && !isKnown) untracked(() => drafts.see(id, newest))
  })

  function unseenBy(): Colleague | undefined {
    const seen = seenOf(drafts.drafts.peek(), id)
    if (seen === undefined) return undefined
    const since = items.peek().filter(({ seq }) => seq > seen)
    return since.flatMap((item) => answererOf(item) ?? []).findLast((by) => by.id !== selfId)
  }

  return {
    stoppedBy,
    /** What the sender knows; `0` where nothing has come from the relay yet. */
    seenSeq: () => items.peek().at(-1)?.seq ?? 0,
    stops(): boolean {
      const by = unseenBy()
      if (by) {
        stoppedBy.value = by
        drafts.see(id, items.peek().at(-1)?.seq)
      }
      return by !== undefined
    },
    goOn() {
      stoppedBy.value = undefined
    },
  }
}

function answererOf(item: OperatorItem): Colleague | undefined {
  return item.kind === 'message' && !item.of ? item.by : undefined
}

/** Undefined: nothing was begun. */
function seenOf(drafts: Drafts, id: ConversationId): number | undefined {
  const seq = drafts[`seen:${id}`]
  return seq === undefined ? undefined : Number(seq)
}
