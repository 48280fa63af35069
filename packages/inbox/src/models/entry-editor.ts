import type { Answer, Http } from '@deskbell/client/http'
import type { Dismissal, Entry, EntryId, Translation } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { type FieldFault, faultAt, faultIn } from './entry-faults.ts'
import { entryToSend } from './entry-form.ts'
import { EntryPreviewModel } from './entry-preview.ts'
import { type EntryWorkGiven, EntryWorkModel, overtake } from './entry-work.ts'
import { refusalWording, type Wording } from './wording.ts'

interface Given extends EntryWorkGiven {
  http: Http
  /** `before`: what it replaces. */
  save: (entry: Entry, before: Entry | undefined) => Promise<Answer<Entry>>
  lookAgain: (id: EntryId) => Promise<Entry | undefined>
  /** Called with the searches that the saved entry was to answer. */
  answered: (answers: Dismissal) => void
}

/** One entry being written, language by language, and sent to the relay. */
export const EntryEditorModel = createModel((given: Given) => {
  const work = new EntryWorkModel(given)
  const preview = new EntryPreviewModel(
    given.http,
    computed(() => work.words.value.answer),
  )
  const fault = signal<FieldFault | undefined>(undefined)
  const trouble = signal<Wording | undefined>(undefined)
  const state = signal<'editing' | 'saving' | 'saved'>('editing')

  effect(() => {
    // Whatever is written next may be right, and is not saved.
    if (work.entry.value !== work.stored.peek() && state.peek() === 'saved') state.value = 'editing'
    fault.value = undefined
    trouble.value = undefined
  })

  function wrong(found: FieldFault): void {
    fault.value = found
    if (found.locale) work.show(found.locale)
  }

  async function save(): Promise<void> {
    if (state.peek() === 'saving') return
    const written = work.entry.peek()
    const sent = entryToSend(written)
    const found = faultIn(sent, work.locale.peek())
    if (found) return wrong(found)
    state.value = 'saving'
    trouble.value = undefined
    const answer = await given.save(sent, work.stored.peek())
    if (answer.ok) return settle(answer.value, work.entry.peek() === written)
    if (answer.refusal === 'changed-meanwhile') overtake(work, await given.lookAgain(given.id))
    state.value = 'editing'
    const refused = faultAt(sent, answer.detail)
    if (refused) wrong(refused)
    else if (answer.refusal !== 'changed-meanwhile') trouble.value = refusalWording(answer)
  }

  /** Earlier words of the language on screen. They are saved at once, unless other changes are still being written. */
  async function restore({ question, answer, keywords = [] }: Translation): Promise<void> {
    const isAlone = !work.isChanged.peek()
    work.write({ question, answer, keywords })
    if (isAlone) await save()
  }

  function settle(saved: Entry, isStill: boolean): void {
    const answers = work.answers.peek()
    work.settle(saved, isStill)
    state.value = isStill ? 'saved' : 'editing'
    if (answers) given.answered(answers)
  }

  const { entry, stored, locale, words, isNew, isChanged, isOvertaken, write, writeCategory, show, discard } = work
  const written = { entry, stored, locale, words, isNew, isChanged, isOvertaken, write, writeCategory, show, discard }
  return { ...written, preview, fault, trouble, state, save, restore }
})

export type EntryEditor = InstanceType<typeof EntryEditorModel>
