import { createOutbox, type OperatorConnection } from '@deskbell/client/socket'
import type { ConversationId, Draft, EntryId, OperatorItem, Refusal, StoredFile } from '@deskbell/protocol'
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
  files?: readonly StoredFile[]
  /** Of a message: how far its writer had the conversation on screen. */
  seenSeq?: number
}

export interface RefusedLetter extends Letter {
  refusal: Refusal
  /** Of an answer that crossed a colleague's: whose. */
  detail?: string
}

type KeptLetter = Letter & Partial<RefusedLetter>

interface Given {
  connection: OperatorConnection
  link: Link
  keep: Keep
  /** Called with the item an accepted letter has become, before the letter is gone from `pending`. */
  accepted: (conversationId: ConversationId, item: OperatorItem) => void
}

/** Each under a name of its own, so that no tab writes over what another one has sent. */
const start = 'letter-'

/** What was sent and is on its way: kept across reloads, in order, once each. */
export const LettersModel = createModel(({ connection, link, keep, accepted }: Given) => {
  const { kept, put, drop, refresh } = lettersIn(keep)
  const pending = computed(() => kept.value.filter(({ refusal }) => refusal === undefined))
  const refused = computed(() => kept.value.filter((one): one is RefusedLetter => one.refusal !== undefined))
  const count = computed(() => pending.value.length)
  /** What the relay said of the last one: they go one after another. */
  let detail: string | undefined
  const outbox = createOutbox<Letter, OperatorItem>({
    store: {
      all() {
        refresh()
        return pending.peek()
      },
      // However the clock was set meanwhile: what is written later goes out later.
      add: (letter) => put({ ...letter, at: Math.max(letter.at, (pending.peek().at(-1)?.at ?? 0) + 1) }),
      remove: (id) => drop((letter) => letter.id === id && letter.refusal === undefined),
    },
    async send(letter) {
      const answer = await carry(connection, letter)
      detail = answer.ok ? undefined : answer.detail
      return answer
    },
    onAccepted: ({ conversationId }, item) => accepted(conversationId, item),
    // What the relay will never take stays until it is taken back, across reloads too.
    onRefused: (letter, refusal) => put({ ...letter, refusal, ...(detail !== undefined && { detail }) }),
  })

  effect(() => {
    if (link.isUp.value) outbox.flush()
    return undefined
  })
  effect(() => () => outbox.close())
  effect(() => keep.onChange((name) => name.startsWith(start) && refresh()))
  effect(() =>
    connection.on('conversation:erased', ({ conversationId }) => {
      drop((one) => one.refusal !== undefined && one.conversationId === conversationId)
    }),
  )

  /** False when the outbox is full: the letter was not taken. */
  function send(letter: Letter): boolean {
    return outbox.add(letter)
  }

  /** Once more, on the word of who has read what came before it. False when the outbox is full: it stays refused. */
  function sendAnyway({ refusal: _stopped, detail: _by, ...letter }: RefusedLetter, seenSeq: number): boolean {
    return outbox.add({ ...letter, seenSeq })
  }

  /** Takes a refused letter out of sight and gives it back. Nothing where another tab has taken it. */
  function takeBack(id: string): Letter | undefined {
    return drop((letter) => letter.id === id)[0]
  }

  return { pending, refused, count, send, sendAnyway, takeBack }
})

export type Letters = InstanceType<typeof LettersModel>

function carry(connection: OperatorConnection, { kind, conversationId, id, text, answers, files, seenSeq }: Letter) {
  if (kind === 'note') return connection.request('note:add', { conversationId, id, text })
  return connection.request('message:send', {
    ...{ conversationId, id, text },
    ...(answers && { answers }),
    ...(seenSeq !== undefined && { seenSeq }),
    ...(files && { files: files.map((file) => file.id) }),
  })
}

/** What the browser keeps of them; other tabs write there too. */
function lettersIn(keep: Keep) {
  const kept = signal(readLetters(keep))

  function refresh(): void {
    kept.value = readLetters(keep)
  }

  function put(letter: KeptLetter): void {
    keep.write(start + letter.id, JSON.stringify(letter))
    refresh()
  }

  function drop(which: (letter: KeptLetter) => boolean): readonly KeptLetter[] {
    const gone = readLetters(keep).filter(which)
    for (const { id } of gone) keep.write(start + id, undefined)
    refresh()
    return gone
  }

  return { kept, put, drop, refresh }
}

/** In the order they were written. */
function readLetters(keep: Keep): readonly KeptLetter[] {
  return keep
    .names(start)
    .flatMap((name) => readKept<KeptLetter | undefined>(keep, name, undefined) ?? [])
    .sort((one, other) => one.at - other.at)
}
