import {
  type Colleague,
  type ConversationId,
  type EntryId,
  limits,
  type OperatorItem,
  type StoredFile,
} from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Gap } from './canned-text.ts'
import type { Desk } from './desk.ts'
import { answersOf, draftOf, filesOf, type WritingKind } from './drafts.ts'
import { createGapWalk, type Selection } from './gap-walk.ts'
import { newId } from './new-id.ts'
import { type Wording, wording } from './wording.ts'

interface Given {
  desk: Desk
  id: ConversationId
  items: ReadonlySignal<readonly OperatorItem[]>
}

/** What is written in one conversation: its drafts, what is wrong with them, and the way to the outbox. */
export const WritingModel = createModel(({ desk, id, items }: Given) => {
  const { drafts, files, letters, typing, team } = desk
  const textOf = computed(() => ({
    message: draftOf(drafts.drafts.value, id, 'message'),
    note: draftOf(drafts.drafts.value, id, 'note'),
  }))
  const attached = computed(() => filesOf(drafts.drafts.value, id))
  const underway = computed(() => files.underway.value.filter(({ conversationId }) => conversationId === id))
  const fault = signal<Wording | undefined>(undefined)
  const gaps = createGapWalk({ drafts, id, fault })
  const first = createFirst(items, ({ id: by }) => by !== team.self.peek().id && textOf.peek().message !== '')

  function write(kind: WritingKind, text: string): void {
    if (kind === 'message') gaps.follow(text)
    drafts.write(id, kind, text)
    fault.value = overlong(text)
    if (kind === 'message' && text.trim() !== '') typing.tell(id)
  }

  /** Hands the text to the outbox and empties the field; what can't be sent stays and says why. Gives the gap to fill in next. */
  function send(kind: WritingKind, selection: Selection): Gap | undefined {
    const text = textOf.peek()[kind].trim()
    const own = kind === 'message' ? attached.peek() : []
    if (text === '' && own.length === 0) return undefined
    fault.value = overlong(text)
    if (fault.peek()) return undefined
    if (kind === 'message' && first.stops()) return undefined
    const gap = kind === 'message' ? gaps.stop(selection) : undefined
    if (gap) return gap
    if (kind === 'message' && underway.peek().length > 0) {
      fault.value = wording('files.underway')
    } else if (letters.send(letterOf(id, kind, { text, answers: answersOf(drafts.drafts.peek(), id), files: own }))) {
      drafts.empty(id, kind)
      typing.sent(id)
      goOn()
    } else {
      fault.value = wording('composer.full')
    }
    return undefined
  }

  /** The colleague's reply is enough. */
  function discard(): void {
    drafts.write(id, 'message', '')
    drafts.gap(id, {})
    goOn()
  }

  function goOn(): void {
    fault.value = undefined
    first.forget()
  }

  /** An entry's answer goes into the reply: it learns what the visitor called it. Emptying the field forgets that. */
  const answer = (entryId: EntryId) => drafts.answer(id, entryId)
  const { firstBy, isStopped } = first
  return { textOf, attached, underway, fault, gaps, firstBy, isStopped, write, answer, send, discard }
})

export type Writing = InstanceType<typeof WritingModel>

/** A colleague's reply that came while this one was being written; sending stops once for it to be read. */
function createFirst(items: Given['items'], isFirst: (by: Colleague) => boolean) {
  const firstBy = signal<Colleague | undefined>(undefined)
  const isStopped = signal(false)
  onReply(items, (by) => {
    if (isFirst(by)) firstBy.value = by
  })
  return {
    firstBy,
    isStopped,
    stops(): boolean {
      if (firstBy.peek() === undefined || isStopped.peek()) return false
      isStopped.value = true
      return true
    },
    forget() {
      firstBy.value = undefined
      isStopped.value = false
    },
  }
}

function overlong(text: string): Wording | undefined {
  const over = text.length - limits.messageLength
  return over > 0 ? wording('composer.tooLong', { count: over }) : undefined
}

interface Written {
  text: string
  answers: readonly EntryId[]
  files: readonly StoredFile[]
}

function letterOf(conversationId: ConversationId, kind: WritingKind, { text, answers, files }: Written) {
  const learning = kind === 'message' && answers.length > 0 ? { answers } : {}
  return { id: newId(), conversationId, kind, text, at: Date.now(), ...learning, ...(files.length > 0 && { files }) }
}

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
