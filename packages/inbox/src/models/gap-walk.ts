import type { ConversationId } from '@deskbell/protocol'
import { type Signal, signal } from '@preact/signals'
import { type Gap, type Gaps, gapsIn, withEdited } from './canned-text.ts'
import { type DraftsKept, draftOf, gapsOf } from './drafts.ts'
import { type Wording, wording } from './wording.ts'

/** What is selected in a field. */
export interface Selection {
  start: number
  end: number
}

interface Given {
  drafts: DraftsKept
  id: ConversationId
  /** Why the message was not sent. */
  fault: Signal<Wording | undefined>
}

/** The gaps of canned replies in one message: which they are while it is written, and the way from one to the next. */
export function createGapWalk({ drafts, id, fault }: Given) {
  /** What is to be filled in where the caret was led to. */
  const toFill = signal<Wording | undefined>(undefined)
  const known = () => gapsOf(drafts.drafts.peek(), id)
  const written = () => draftOf(drafts.drafts.peek(), id, 'message')

  /** A canned reply is about to be inserted. */
  function wait(gaps: Gaps): void {
    drafts.gap(id, { ...known(), ...gaps })
  }

  /** The message is about to become this. */
  function follow(text: string): void {
    toFill.value = undefined
    const gaps = known()
    if (Object.keys(gaps).length > 0) drafts.gap(id, withEdited(gaps, written(), text))
  }

  /** The next gap, or the one before, round and round. */
  function walk({ start, end }: Selection, step: 1 | -1): Gap | undefined {
    const gaps = gapsIn(written(), known())
    const next = step === 1 ? gaps.find((gap) => gap.start >= end) : gaps.findLast((gap) => gap.end <= start)
    const gap = next ?? gaps.at(step === 1 ? 0 : -1)
    toFill.value = gap && wording('canned.fill', { what: gap.what, left: gaps.length })
    if (gap) fault.value = undefined
    return gap
  }

  /** The next gap, where there is one: the message is not sent. */
  function stop(selection: Selection): Gap | undefined {
    const gap = walk(selection, 1)
    if (gap) fault.value = toFill.peek()
    return gap
  }

  return { toFill, wait, follow, walk, stop }
}
