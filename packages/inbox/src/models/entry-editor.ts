import type { Http } from '@deskbell/client/http'
import type { Dismissal, Translation } from '@deskbell/protocol'
import { computed, createModel } from '@preact/signals'
import { faultIn } from './entry-faults.ts'
import { entryToSend } from './entry-form.ts'
import { EntryPreviewModel } from './entry-preview.ts'
import { createSending, type SendingGiven } from './entry-sending.ts'
import { standingOf, withDraft } from './entry-standing.ts'
import { createTurns } from './entry-turns.ts'
import { type EntryWorkGiven, EntryWorkModel } from './entry-work.ts'
import type { NoticeLine } from './notice.ts'
import { createOvertakenBy } from './overtaken-by.ts'

interface Given extends EntryWorkGiven, SendingGiven {
  http: Http
  notice: NoticeLine
  /** Called when visitors find it, with the searches that it was to answer. */
  published: (answers: Dismissal | undefined) => void
}

/** One entry being written, language by language, and sent to the relay: for visitors, or as a draft. */
export const EntryEditorModel = createModel((given: Given) => {
  const work = new EntryWorkModel(given)
  const preview = new EntryPreviewModel(
    given.http,
    computed(() => work.words.value.answer),
  )
  const sending = createSending(given, work)
  const { tellPublished, unpublish, discardDraft } = createTurns({ ...given, work, sending })
  const overtakenBy = createOvertakenBy(given.http, work)
  const standing = computed(() => work.stored.value && standingOf(work.stored.value))

  async function save(as: 'published' | 'draft' = 'published'): Promise<void> {
    const [written, before] = [work.entry.peek(), work.stored.peek()]
    const sent = entryToSend(written)
    const found = faultIn(sent, work.locale.peek(), as)
    if (found) return sending.wrong(found)
    const isStill = () => work.entry.peek() === written
    const isTaken = await sending.put(as === 'draft' ? withDraft(before, sent) : sent, isStill)
    if (!isTaken || as === 'draft') return
    const answers = work.answers.peek()
    work.answers.value = undefined
    given.published(answers)
    if (before?.draft) tellPublished(before)
  }

  /** Earlier words of the language on screen. They are saved at once, unless other changes are still being written. */
  async function restore({ question, answer, keywords = [] }: Translation): Promise<void> {
    const isAlone = !work.isChanged.peek()
    work.write({ question, answer, keywords })
    if (isAlone) await save(work.stored.peek()?.draft ? 'draft' : 'published')
  }

  const { entry, stored, locale, words, isNew, isChanged, isOvertaken, write, writeCategory, show, discard } = work
  const written = { entry, stored, locale, words, isNew, isChanged, isOvertaken, write, writeCategory, show, discard }
  const { fault, trouble, state } = sending
  return { ...written, standing, overtakenBy, preview, fault, trouble, state, save, restore, unpublish, discardDraft }
})

export type EntryEditor = InstanceType<typeof EntryEditorModel>
