import type { Message, Receipts } from '@deskbell/protocol'
import { computed, createModel, effect, type Model, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { History } from './history.ts'
import type { Kept } from './kept.ts'
import type { Link } from './link.ts'

export interface Reading {
  /** The operators' messages this visitor has not seen, in no tab. */
  unread: ReadonlySignal<readonly Message[]>
  /** Where the operators' messages begin that had come when the visitor last came to read: a `seq`. */
  newFrom: ReadonlySignal<number | undefined>
  /** Another tab may have read on. */
  refresh(): void
}

export interface ReadingOptions {
  history: History
  kept: Kept
  link: Link
  /** The conversation is on screen and the page is in front. */
  isReading: ReadonlySignal<boolean>
}

/** Tells the relay how far messages have come: delivered with the page they reach, read where the visitor sees them. */
export const ReadingModel = createModel<Reading, [ReadingOptions]>(({ history, kept, link, isReading }) => {
  const { head, items, arrived } = history
  const readInTabs = signal(kept.saved().read)
  const last = computed(() => items.value.at(-1)?.seq ?? 0)
  const read = computed(() => {
    const { id, mine } = head.value ?? { id: '', mine: { read: 0 } }
    const shared = readInTabs.value?.conversationId === id ? readInTabs.value.seq : 0
    return Math.max(mine.read, shared)
  })
  const unread = computed(() =>
    items.value.filter((item): item is Message => isFromOperator(item) && item.seq > read.value),
  )
  const newFrom = signal<number | undefined>(undefined)
  let wasReading = false
  let was: string | undefined

  effect(() => {
    const [first] = unread.value
    const status = head.value?.status
    // Another view shows it then: who has read on is not taken back.
    if (wasReading && status !== was) newFrom.value = undefined
    was = status
    // Who sees it come knows what is new.
    const isSeenComing = wasReading && (!first || arrived.peek().includes(first))
    if (isReading.value && !isSeenComing) newFrom.value = first?.seq
    wasReading = isReading.value
  })
  effect(() => {
    const id = head.value?.id
    if (!isReading.value || id === undefined || last.value <= read.value) return
    readInTabs.value = { conversationId: id, seq: last.value }
    kept.change({ read: readInTabs.value })
  })
  effect(() => {
    if (link.state.value !== 'up' || !head.value) return
    const { mine } = head.value
    const reached: Receipts = { delivered: last.value, read: Math.min(read.value, last.value) }
    if (reached.delivered > mine.delivered || reached.read > mine.read) untracked(() => void give(reached))
  })

  async function give(reached: Receipts): Promise<void> {
    history.gave(reached)
    // One that gets lost is made up for by the next: receipts only grow.
    await link.request('receipt:give', reached)
  }

  return {
    unread,
    newFrom,
    refresh() {
      readInTabs.value = kept.saved().read
    },
  }
})
export type ReadingModel = Model<Reading>

function isFromOperator(item: { kind: string; from?: string }): boolean {
  return item.kind === 'message' && item.from === 'operator'
}
