import { createOutbox, type OperatorConnection, type OutboxStore } from '@deskbell/client/socket'
import {
  type ConversationId,
  type Draft,
  type EntryId,
  limits,
  type OperatorItem,
  type Refusal,
} from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import type { WritingKind } from './drafts.ts'
import { type Keep, readKept } from './kept.ts'
import type { Link } from './link.ts'

/** A message or note that the relay has not acknowledged yet. */
export interface Letter extends Draft {
  conversationId: ConversationId
  kind: WritingKind
  at: number
  /** The entries inserted into a message. */
  answers?: readonly EntryId[]
}

export interface RefusedLetter extends Letter {
  refusal: Refusal
}

interface Given {
  connection: OperatorConnection
  link: Link
  keep: Keep
  /** Called with the item an accepted letter has become, before the letter is gone from `pending`. */
  accepted: (conversationId: ConversationId, item: OperatorItem) => void
}

const key = 'outbox'
const refusedKey = 'refused'

/** What was sent and is on its way: kept across reloads, in order, once each. */
export const LettersModel = createModel(({ connection, link, keep, accepted }: Given) => {
  const pending = signal(readKept<readonly Letter[]>(keep, key, []))
  const refused = signal(readKept<readonly RefusedLetter[]>(keep, refusedKey, []))
  const count = computed(() => pending.value.length)
  const outbox = createOutbox<Letter, OperatorItem>({
    store: storeOf(keep, (letters) => {
      pending.value = letters
    }),
    send: ({ kind, conversationId, id, text, answers }) =>
      kind === 'note'
        ? connection.request('note:add', { conversationId, id, text })
        : connection.request('message:send', { conversationId, id, text, ...(answers && { answers }) }),
    onAccepted: ({ conversationId }, item) => accepted(conversationId, item),
    onRefused: (letter, refusal) => {
      keepRefused([...readKept(keep, refusedKey, refused.peek()), { ...letter, refusal }])
    },
  })

  effect(() => {
    if (link.isUp.value) outbox.flush()
    return undefined
  })
  effect(() => () => outbox.close())
  effect(() =>
    connection.on('conversation:erased', ({ conversationId }) => {
      keepRefused(readKept(keep, refusedKey, refused.peek()).filter((one) => one.conversationId !== conversationId))
    }),
  )

  /** False when the outbox is full: the letter was not taken. */
  function send(letter: Letter): boolean {
    return outbox.add(letter)
  }

  /** What the relay will never take stays until it is taken back, across reloads too. */
  function keepRefused(letters: readonly RefusedLetter[]): void {
    refused.value = letters.slice(-limits.outboxMessages)
    keep.write(refusedKey, letters.length > 0 ? JSON.stringify(refused.peek()) : undefined)
  }

  /** Takes a refused letter out of sight; what it says is given back. */
  function takeBack(id: string): string | undefined {
    const letter = refused.peek().find((one) => one.id === id)
    keepRefused(readKept(keep, refusedKey, refused.peek()).filter((one) => one.id !== id))
    return letter?.text
  }

  return { pending, refused, count, send, takeBack }
})

/** Other tabs of this browser write here too, so it is read anew each time. */
function storeOf(keep: Keep, changed: (letters: readonly Letter[]) => void): OutboxStore<Letter> {
  const all = () => readKept<readonly Letter[]>(keep, key, [])
  const put = (letters: readonly Letter[]) => {
    keep.write(key, letters.length > 0 ? JSON.stringify(letters) : undefined)
    changed(letters)
  }
  return {
    all,
    add: (letter) => put([...all(), letter]),
    remove: (id) => put(all().filter((letter) => letter.id !== id)),
  }
}
