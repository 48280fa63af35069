import { type ConversationId, type EntryId, fileLimits, limits, type OperatorItem } from '@deskbell/protocol'
import { computed, createModel, type ReadonlySignal, signal } from '@preact/signals'
import type { Gap } from './canned-text.ts'
import type { Desk } from './desk.ts'
import { answersOf, type Drafts, draftOf, filesOf, type WritingKind } from './drafts.ts'
import { createGapWalk, type Selection } from './gap-walk.ts'
import type { Letter } from './letters.ts'
import { newId } from './new-id.ts'
import { createUnseen } from './unseen.ts'
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
  const isBegun = computed(() => textOf.value.message !== '' || attached.value.length + underway.value.length > 0)
  const unseen = createUnseen({ drafts, id, items, isBegun, selfId: team.self.peek().id })

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
    fault.value = overlong(text) ?? tooMany(own)
    if (fault.peek()) return undefined
    if (kind === 'message' && unseen.stops()) return undefined
    const gap = kind === 'message' ? gaps.stop(selection) : undefined
    if (gap) return gap
    if (kind === 'message' && underway.peek().length > 0) {
      fault.value = wording('files.underway')
    } else if (letters.send(letterOf(id, kind, { text, drafts: drafts.drafts.peek(), seenSeq: unseen.seenSeq() }))) {
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
    drafts.empty(id, 'message')
    for (const { key } of underway.peek()) files.remove(key)
    goOn()
  }

  function goOn(): void {
    fault.value = undefined
    unseen.goOn()
  }

  /** An entry's answer goes into the reply: it learns what the visitor called it. Emptying the field forgets that. */
  const answer = (entryId: EntryId) => drafts.answer(id, entryId)
  const { stoppedBy } = unseen
  return { textOf, attached, underway, fault, gaps, stoppedBy, write, answer, send, discard }
})

export type Writing = InstanceType<typeof WritingModel>

function overlong(text: string): Wording | undefined {
  const over = text.length - limits.messageLength
  return over > 0 ? wording('composer.tooLong', { count: over }) : undefined
}

/** Those of a reply that came back stand beside what was attached meanwhile. */
function tooMany({ length }: readonly unknown[]): Wording | undefined {
  return length > fileLimits.inMessage ? wording('files.most', { count: fileLimits.inMessage }) : undefined
}

interface Written {
  text: string
  drafts: Drafts
  seenSeq: number
}

function letterOf(conversationId: ConversationId, kind: WritingKind, { text, drafts, seenSeq }: Written): Letter {
  const note = { id: newId(), conversationId, kind, text, at: Date.now() }
  if (kind === 'note') return note
  const [answers, files] = [answersOf(drafts, conversationId), filesOf(drafts, conversationId)]
  return { ...note, seenSeq, ...(answers.length > 0 && { answers }), ...(files.length > 0 && { files }) }
}
