import type { Answer } from '@deskbell/client/http'
import type { Entry, EntryId } from '@deskbell/protocol'
import { effect, signal } from '@preact/signals'
import { type FieldFault, faultAt } from './entry-faults.ts'
import { type EntryWork, overtake } from './entry-work.ts'
import { refusalWording, type Wording } from './wording.ts'

export interface SendingGiven {
  id: EntryId
  /** `before`: what it replaces. */
  save: (entry: Entry, before: Entry | undefined) => Promise<Answer<Entry>>
  lookAgain: (id: EntryId) => Promise<Entry | undefined>
}

export type EntrySending = ReturnType<typeof createSending>

/** The way of an entry to the relay, and what became of it. */
export function createSending({ id, save, lookAgain }: SendingGiven, work: EntryWork) {
  const fault = signal<FieldFault | undefined>(undefined)
  const trouble = signal<Wording | undefined>(undefined)
  const state = signal<'editing' | 'saving' | 'saved'>('editing')

  effect(() => {
    // Whatever is written next may be right, and is not saved.
    if (work.entry.value !== work.saved.peek() && state.peek() === 'saved') state.value = 'editing'
    fault.value = undefined
    trouble.value = undefined
  })

  function wrong(found: FieldFault): void {
    fault.value = found
    if (found.locale) work.show(found.locale)
  }

  /** Gives whether the relay has taken it. `isStill`: whether what is on screen is what was sent. */
  async function put(sent: Entry, isStill: () => boolean): Promise<boolean> {
    if (state.peek() === 'saving') return false
    state.value = 'saving'
    trouble.value = undefined
    const answer = await save(sent, work.stored.peek())
    if (answer.ok) {
      const isAll = isStill()
      work.settle(answer.value, isAll)
      state.value = isAll ? 'saved' : 'editing'
      return true
    }
    if (answer.refusal === 'changed-meanwhile') overtake(work, await lookAgain(id))
    state.value = 'editing'
    const refused = faultAt(sent, answer.detail)
    if (refused) wrong(refused)
    else if (answer.refusal !== 'changed-meanwhile') trouble.value = refusalWording(answer)
    return false
  }

  return { fault, trouble, state, wrong, put }
}
