import type { Answer } from '@deskbell/client/http'
import { createOutbox, type OutboxStore } from '@deskbell/client/socket'
import type { Refusal } from '@deskbell/protocol'
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { openKeptLetters } from './kept-letters.ts'
import type { KeptLetter, Letter, ReturnedLetter } from './letter.ts'

export interface Mailbox {
  /** Not accepted yet, oldest first; shared by the visitor's tabs. */
  letters: ReadonlySignal<readonly Letter[]>
  /** Refused for good; the visitor decides. */
  returned: ReadonlySignal<readonly ReturnedLetter[]>
  /** False when there is no room for another one. */
  post(letter: Letter): boolean
  flush(): void
  /** Takes out what another tab has not taken out before, to do something else with it. */
  take(which: (one: KeptLetter) => boolean): readonly Letter[]
  keepReturned(letter: Letter, refusal: Refusal): void
  /** What is kept has changed elsewhere. */
  refresh(): void
  close(): void
}

export interface MailboxOptions {
  /** Hands a letter to the relay. */
  carry(letter: Letter): Promise<Answer<null>>
  onRefused(letter: Letter, refusal: Refusal): void
}

/** What waits to be sent, what was refused, and nothing in between: a letter leaves only when the relay has it. */
export function createMailbox({ carry, onRefused }: MailboxOptions): Mailbox {
  const kept = openKeptLetters()
  const all = signal(kept.all())
  const letters = computed(() => all.value.filter(({ refusal }) => !refusal).map(({ letter }) => letter))
  const returned = computed(() => all.value.filter((one): one is ReturnedLetter => one.refusal !== undefined))

  function refresh(): void {
    all.value = kept.all()
  }
  function put(one: KeptLetter): void {
    kept.put(one)
    refresh()
  }
  function take(which: (one: KeptLetter) => boolean): readonly Letter[] {
    refresh()
    const gone = all.value.filter(which).map(({ letter }) => letter)
    for (const { id } of gone) kept.remove(id)
    refresh()
    return gone
  }
  const lastAt = () => letters.value.at(-1)?.writtenAt ?? 0
  const store: OutboxStore<Letter> = {
    all() {
      refresh()
      return letters.value
    },
    // However the clock was set meanwhile: what is written later goes out later.
    add: (letter) => put({ letter: { ...letter, writtenAt: Math.max(letter.writtenAt, lastAt() + 1) } }),
    remove: (id) => take(({ letter, refusal }) => letter.id === id && !refusal),
  }
  const outbox = createOutbox<Letter, null>({ store, send: carry, onAccepted: () => undefined, onRefused })

  return {
    letters,
    returned,
    post: outbox.add,
    flush: outbox.flush,
    take,
    keepReturned: (letter, refusal) => put({ letter, refusal }),
    refresh,
    close: outbox.close,
  }
}
