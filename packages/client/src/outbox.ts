import { isPassing, limits, type Refusal } from '@deskbell/protocol'
import type { Answer } from './answer.ts'

/** Where letters are kept until they are acknowledged; shared by the tabs of a visitor. */
export interface OutboxStore<T> {
  all(): readonly T[]
  add(letter: T): void
  remove(id: string): void
}

export interface OutboxOptions<T, V> {
  store: OutboxStore<T>
  send(letter: T): Promise<Answer<V>>
  onAccepted(letter: T, value: V): void
  /** A refusal that can never succeed: the letter has left the outbox. */
  onRefused(letter: T, refusal: Refusal): void
}

export interface Outbox<T> {
  /** False when the outbox is full (50): the letter is not kept, and the sender must be told. */
  add(letter: T): boolean
  /** Try now: the connection is back, or the sender asks for it. */
  flush(): void
  /** Not acknowledged yet, oldest first. */
  pending(): readonly T[]
  close(): void
}

/** Ordered, one in flight, the same id until it is acknowledged; tries again with growing random delays. */
export function createOutbox<T extends { id: string }, V>(options: OutboxOptions<T, V>): Outbox<T> {
  const { store } = options
  let inFlight = false
  let isClosed = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function sendNext(): Promise<void> {
    const [letter] = store.all()
    if (isClosed || inFlight || !letter) return
    clearTimeout(timer)
    inFlight = true
    const answer = await options.send(letter)
    inFlight = false
    if (answer.ok || (answer.refusal !== 'unreachable' && !isPassing(answer.refusal))) {
      tries = 0
      // Another tab may have sent it too: what became of it is told once.
      const isNews = store.all().some(({ id }) => id === letter.id)
      store.remove(letter.id)
      if (answer.ok) options.onAccepted(letter, answer.value)
      else if (isNews) options.onRefused(letter, answer.refusal as Refusal)
      void sendNext()
    } else if (!isClosed) {
      tries += 1
      timer = setTimeout(sendNext, answer.retryAfterMs ?? backOff(tries))
    }
  }

  return {
    add(letter) {
      if (store.all().length >= limits.outboxMessages) return false
      store.add(letter)
      void sendNext()
      return true
    },
    flush: () => void sendNext(),
    pending: () => store.all(),
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** Exponential back-off with full jitter, 0.5 to 10 s. */
function backOff(tries: number): number {
  return 500 + Math.random() * Math.min(9_500, 500 * 2 ** tries)
}

/** A store for one page only: what is used where the browser keeps nothing. */
export function memoryStore<T extends { id: string }>(): OutboxStore<T> {
  let letters: T[] = []
  return {
    all: () => letters,
    add: (letter) => {
      letters = [...letters, letter]
    },
    remove: (id) => {
      letters = letters.filter((letter) => letter.id !== id)
    },
  }
}
