import { type Colleague, type ConversationId, type EntryId, limits, type OperatorItem } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Desk } from './desk.ts'
import { answersOf, draftOf, type WritingKind } from './drafts.ts'
import { newId } from './new-id.ts'
import { type Wording, wording } from './wording.ts'

interface Given {
  desk: Desk
  id: ConversationId
  items: ReadonlySignal<readonly OperatorItem[]>
}

/** What is written in one conversation: its drafts, what is wrong with them, and the way to the outbox. */
export const WritingModel = createModel(({ desk, id, items }: Given) => {
  const { drafts, letters, typing, team } = desk
  const textOf = computed(() => ({
    message: draftOf(drafts.drafts.value, id, 'message'),
    note: draftOf(drafts.drafts.value, id, 'note'),
  }))
  const fault = signal<Wording | undefined>(undefined)
  /** A colleague whose reply arrived while this one was being written. */
  const firstBy = signal<string | undefined>(undefined)
  /** Send was pressed and has stopped once, for the colleague's reply to be read. */
  const isStopped = signal(false)

  onReply(items, ({ id: by, name }) => {
    if (by !== team.self.peek().id && textOf.peek().message !== '') firstBy.value = name
  })

  function write(kind: WritingKind, text: string): void {
    drafts.write(id, kind, text)
    const over = text.length - limits.messageLength
    fault.value = over > 0 ? wording('composer.tooLong', { count: over }) : undefined
    if (kind === 'message' && text.trim() !== '') typing.tell(id)
  }

  /** Hands the text to the outbox and empties the field; what can't be sent stays and says why. */
  function send(kind: WritingKind): void {
    const text = textOf.peek()[kind].trim()
    if (text === '' || text.length > limits.messageLength) return
    if (kind === 'message' && firstBy.peek() !== undefined && !isStopped.peek()) {
      isStopped.value = true
      return
    }
    const answers = kind === 'message' ? answersOf(drafts.drafts.peek(), id) : []
    if (
      !letters.send({ id: newId(), conversationId: id, kind, text, at: Date.now(), ...(answers[0] && { answers }) })
    ) {
      fault.value = wording('composer.full')
      return
    }
    drafts.write(id, kind, '')
    typing.sent(id)
    goOn()
  }

  /** The colleague's reply is enough. */
  function discard(): void {
    drafts.write(id, 'message', '')
    goOn()
  }

  function goOn(): void {
    fault.value = undefined
    firstBy.value = undefined
    isStopped.value = false
  }

  /** An entry's answer goes into the reply: it learns what the visitor called it. Emptying the field forgets that. */
  const answer = (entryId: EntryId) => drafts.answer(id, entryId)
  return { textOf, fault, firstBy, isStopped, write, answer, send, discard }
})

export type Writing = InstanceType<typeof WritingModel>

/** Calls with whoever sent a reply that was not there before. */
function onReply(items: Given['items'], heard: (by: Colleague) => void): void {
  let seenSeq = items.peek().at(-1)?.seq
  effect(() => {
    const last = items.value.at(-1)
    const isNew = last !== undefined && seenSeq !== undefined && last.seq > seenSeq
    seenSeq = last?.seq
    if (isNew && last.kind === 'message' && last.from === 'operator' && last.by) heard(last.by)
  })
}
