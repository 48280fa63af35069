import type { Answer } from '@deskbell/client/http'
import { createOutbox, type OutboxStore } from '@deskbell/client/socket'
import type { Refusal } from '@deskbell/protocol'
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Kept } from './kept.ts'
import type { Letter, ReturnedLetter } from './letter.ts'

export interface Mailbox {
  /** Not accepted yet, oldest first; shared by the visitor's tabs. */
  letters: ReadonlySignal<readonly Letter[]>
  /** Refused for good; the visitor decides. */
  returned: ReadonlySignal<readonly ReturnedLetter[]>
  /** False when there is no room for another one. */
  post(letter: Letter): boolean
  flush(): void
  /** Takes letters out unsent, to do something else with them. */
  take(which: (letter: Letter) => boolean): readonly Letter[]
  keepReturned(letter: Letter, refusal: Refusal): void
  takeReturned(id: string): Letter | undefined
  /** What is kept has changed elsewhere. */
  refresh(): void
  close(): void
}

export interface MailboxOptions {
  kept: Kept
  /** Hands a letter to the relay. */
  carry(letter: Letter): Promise<Answer<null>>
  onRefused(letter: Letter, refusal: Refusal): void
}

/** What waits to be sent, what was refused, and nothing in between: a letter leaves only when the relay has it. */
export function createMailbox({ kept, carry, onRefused }: MailboxOptions): Mailbox {
  const letters = signal(kept.saved().letters)
  const returned = signal(kept.saved().returned)

  function change(next: { letters?: readonly Letter[]; returned?: readonly ReturnedLetter[] }): void {
    kept.change(next)
    refresh()
  }
  function refresh(): void {
    batch(() => {
      letters.value = kept.saved().letters
      returned.value = kept.saved().returned
    })
  }
  const store: OutboxStore<Letter> = {
    all: () => kept.saved().letters,
    add: (letter) => change({ letters: [...kept.saved().letters, letter] }),
    remove: (id) => change({ letters: kept.saved().letters.filter((letter) => letter.id !== id) }),
  }
  const outbox = createOutbox<Letter, null>({ store, send: carry, onAccepted: () => undefined, onRefused })

  return {
    letters,
    returned,
    post: outbox.add,
    flush: outbox.flush,
    take(which) {
      const all = kept.saved().letters
      change({ letters: all.filter((letter) => !which(letter)) })
      return all.filter(which)
    },
    keepReturned: (letter, refusal) => change({ returned: [...kept.saved().returned, { letter, refusal }] }),
    takeReturned(id) {
      const all = kept.saved().returned
      change({ returned: all.filter(({ letter }) => letter.id !== id) })
      return all.find(({ letter }) => letter.id === id)?.letter
    },
    refresh,
    close: outbox.close,
  }
}
