import type { ItemPage } from '@deskbell/protocol'
import type { Answer } from './answer.ts'

export interface SequenceOptions<T> {
  /** Items in order, each exactly once. */
  show(items: readonly T[]): void
  /** Asks the relay for what comes after a `seq`. */
  resume(after: number): Promise<Answer<ItemPage<T>>>
  /** Items known already (the first page of an opened conversation) end at this `seq`. */
  last?: number
}

export interface Sequence<T> {
  /** Any item that arrives, in any order, however often. */
  receive(item: T): void
  /** On every connection and when the page comes back to the front. */
  catchUp(): Promise<void>
  last(): number
  close(): void
}

/** How long an item may be missing before it is asked for, in ms. */
const gapPatience = 300

/**
 * Shows a conversation's items in the order of their `seq`, without a hole and without a double: what is ahead waits,
 * what is lower or equal is dropped, and a gap that stays is asked for again (delivery rules 4 and 5, docs/protocol.md).
 */
export function createSequence<T extends { seq: number }>(options: SequenceOptions<T>): Sequence<T> {
  let last = options.last ?? 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const ahead = new Map<number, T>()

  function accept(items: readonly T[]): void {
    for (const item of items) if (item.seq > last) ahead.set(item.seq, item)
    const ready: T[] = []
    for (let next = ahead.get(last + 1); next; next = ahead.get(last + 1)) {
      ahead.delete(next.seq)
      last = next.seq
      ready.push(next)
    }
    if (ready.length > 0) options.show(ready)
    // A gap is as old as its first item: what else arrives meanwhile must not keep it from being asked for.
    if (ready.length > 0 || ahead.size === 0) stopWaiting()
    if (ahead.size > 0) timer ??= setTimeout(catchUp, gapPatience)
  }

  function stopWaiting(): void {
    clearTimeout(timer)
    timer = undefined
  }

  async function catchUp(): Promise<void> {
    stopWaiting()
    const before = last
    const answer = await options.resume(last)
    if (!answer.ok) return
    accept(answer.value.items)
    if (answer.value.hasMore && last > before) await catchUp()
  }

  /** What is still asked for comes too late. */
  function close(): void {
    last = Number.POSITIVE_INFINITY
    ahead.clear()
    stopWaiting()
  }

  return { receive: (item) => accept([item]), catchUp, last: () => last, close }
}
