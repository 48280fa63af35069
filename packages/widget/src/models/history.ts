import type { Answer } from '@deskbell/client/http'
import { createSequence, type Sequence } from '@deskbell/client/socket'
import { type ItemPage, limits, type Receipts, type VisitorConversation, type VisitorItem } from '@deskbell/protocol'
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'

export interface History {
  /** The open or the last conversation, as far as this page knows. */
  head: ReadonlySignal<VisitorConversation | undefined>
  /** The newest of them, and all that came since. */
  items: ReadonlySignal<readonly VisitorItem[]>
  /** What was looked up before those. */
  earlier: Signal<readonly VisitorItem[]>
  /** The newest items that came while this page was there; what it read back is not among them. */
  arrived: ReadonlySignal<readonly VisitorItem[]>
  /** When the operators were seen to have read this far, in ms since 1970. Nothing for what they read before this page. */
  readAt: ReadonlySignal<{ seq: number; at: number } | undefined>
  /** A conversation as the relay tells it; another one than before begins anew. */
  adopt(conversation: VisitorConversation): void
  receive(item: VisitorItem): void
  seen(theirs: Receipts): void
  gave(mine: Receipts): void
  catchUp(): Promise<void>
  drop(): void
}

type Resume = (after: number) => Promise<Answer<ItemPage<VisitorItem>>>

/** Everything said and done in one conversation, in order, once. */
export function createHistory(resume: Resume): History {
  const head = signal<VisitorConversation | undefined>(undefined)
  const items = signal<readonly VisitorItem[]>([])
  const earlier = signal<readonly VisitorItem[]>([])
  const arrived = signal<readonly VisitorItem[]>([])
  const readAt = signal<{ seq: number; at: number } | undefined>(undefined)
  let sequence: Sequence<VisitorItem> | undefined
  let hasReadBack = false

  function show(fresh: readonly VisitorItem[]): void {
    batch(() => {
      items.value = [...items.value, ...fresh]
      if (head.value) head.value = fresh.reduce(after, head.value)
      if (hasReadBack) arrived.value = fresh
    })
    if (!hasReadBack || !fresh.some(isParted)) return
    begin(head.value)
    void history.catchUp()
  }

  function begin(conversation: VisitorConversation | undefined): void {
    sequence?.close()
    hasReadBack = false
    batch(() => {
      head.value = conversation
      items.value = earlier.value = arrived.value = []
      readAt.value = undefined
    })
    sequence = conversation && createSequence({ show, resume, last: before(conversation) })
  }

  const history: History = {
    ...{ head, items, earlier, arrived, readAt },
    adopt(conversation) {
      const known = head.value
      if (known?.id !== conversation.id) begin(conversation)
      // An answer can be older than the news that overtook it.
      else if (conversation.lastSeq >= known.lastSeq) head.value = conversation
    },
    receive: (item) => sequence?.receive(item),
    seen(theirs) {
      const known = head.value
      if (!known) return
      batch(() => {
        head.value = { ...known, theirs: furthest(known.theirs, theirs) }
        if (theirs.read > known.theirs.read) readAt.value = { seq: theirs.read, at: Date.now() }
      })
    },
    gave(mine) {
      if (head.value) head.value = { ...head.value, mine: furthest(head.value.mine, mine) }
    },
    async catchUp() {
      const current = sequence
      await current?.catchUp()
      if (current === sequence) hasReadBack = true
    },
    drop: () => begin(undefined),
  }
  return history
}

/** Some of what stands before it is gone: that is read anew. */
function isParted(item: VisitorItem): boolean {
  return 'isParted' in item
}

/** The last item that is looked up only when it is wanted. */
function before({ lastSeq }: VisitorConversation): number {
  return Math.max(0, lastSeq - limits.lookBackItems)
}

function furthest(one: Receipts, other: Receipts): Receipts {
  return { delivered: Math.max(one.delivered, other.delivered), read: Math.max(one.read, other.read) }
}

/** The conversation after an item. What the relay has told of it already counts items up to `lastSeq`. */
function after(conversation: VisitorConversation, item: VisitorItem): VisitorConversation {
  if (item.seq <= conversation.lastSeq) return conversation
  const { operator: _operator, others: _others, ...rest } = { ...conversation, lastSeq: item.seq }
  switch (item.kind) {
    case 'assigned':
    case 'transferred':
      return { ...rest, status: 'assigned', operator: item.to }
    case 'reopened':
      return { ...rest, status: 'assigned', operator: item.by }
    case 'returned':
    case 'rejoined':
      return { ...rest, status: 'waiting' }
    case 'pended':
      return { ...rest, status: 'pending', reference: item.reference }
    case 'closed':
      return { ...conversation, lastSeq: item.seq, status: 'closed' }
    default:
      return { ...conversation, lastSeq: item.seq }
  }
}
