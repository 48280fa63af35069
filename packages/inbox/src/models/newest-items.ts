import { createSequence, type OperatorConnection, type Sequence } from '@deskbell/client/socket'
import type { ConversationId, ItemPage, OperatorItem } from '@deskbell/protocol'
import { type ReadonlySignal, signal } from '@preact/signals'

export interface NewestItems {
  items: ReadonlySignal<readonly OperatorItem[]>
  /** Any item, in any order, also before there is a page. */
  receive(item: OperatorItem): void
  begin(page: ItemPage<OperatorItem>): void
  isBegun(): boolean
  catchUp(): Promise<void>
  close(): void
}

/** The newest page of a conversation and all that comes after it, in order and without a hole. */
export function createNewestItems(connection: OperatorConnection, conversationId: ConversationId): NewestItems {
  const items = signal<readonly OperatorItem[]>([])
  const early: OperatorItem[] = []
  let sequence: Sequence<OperatorItem> | undefined
  return {
    items,
    receive(item) {
      if (sequence) sequence.receive(item)
      else early.push(item)
    },
    begin(page) {
      const [first] = page.items
      sequence = createSequence<OperatorItem>({
        show: (more) => {
          items.value = [...items.peek(), ...more]
        },
        resume: (after) => connection.request('conversation:resume', { conversationId, after }),
        last: first ? first.seq - 1 : 0,
      })
      for (const item of [...page.items, ...early]) sequence.receive(item)
    },
    isBegun: () => sequence !== undefined,
    catchUp: async () => sequence?.catchUp(),
    close: () => sequence?.close(),
  }
}
