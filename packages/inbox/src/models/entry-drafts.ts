import type { Dismissal, Entry, EntryId, Locale } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import { canonicalEntry, withWords, wordsIn } from './entry-form.ts'
import { workOf } from './entry-standing.ts'
import { type Keep, readKept } from './kept.ts'
import { newId } from './new-id.ts'

/** An entry being written on this device. */
export interface EntryDraft {
  /** As it stands on screen: words may be missing still. */
  entry: Entry
  /** The language being written. */
  locale: Locale
  /** `canonicalEntry` of what the relay had when this began; absent where the entry is new. */
  base?: string
  /** What visitors searched in vain, which this entry is to answer. */
  answers?: Dismissal
}

type Drafts = Readonly<Record<EntryId, EntryDraft>>
/** Each under a name of its own, so that no tab writes over what another one has written. */
const start = 'entry-draft-'

/** What is being written and not saved: kept on this device, across reloads. */
export const EntryDraftsModel = createModel((keep: Keep) => {
  const drafts = signal<Drafts>({})
  for (const name of keep.names(start)) read(name)

  effect(() => keep.onChange((name) => name.startsWith(start) && read(name)))

  function put(id: EntryId, draft: EntryDraft | undefined): void {
    keep.write(start + id, draft && JSON.stringify(draft))
    read(start + id)
  }

  function read(name: string): void {
    const id = name.slice(start.length)
    const { [id]: _before, ...others } = drafts.peek()
    const draft = readKept<EntryDraft | undefined>(keep, name, undefined)
    drafts.value = draft ? { ...others, [id]: draft } : others
  }

  /** Begins a new entry, perhaps with a question that visitors asked; gives its id. */
  function begin(locale: Locale, question = '', answers?: Dismissal): EntryId {
    const id = `entry-${newId().slice(0, 8)}`
    const entry = { id, translations: { [locale]: { question, answer: '' } } }
    put(id, { entry, locale, ...(answers && { answers }) })
    return id
  }

  /** Begins an entry's words in another language, with what visitors searched as their keyword. */
  function beginTranslation(stored: Entry, answers: Dismissal): void {
    const draft = drafts.peek()[stored.id]
    const work = workOf(stored)
    const entry = draft?.entry ?? work
    const { locale, queries } = answers
    const words = { ...wordsIn(entry, locale), keywords: queries.slice(0, 1) }
    put(stored.id, {
      entry: withWords(entry, locale, words),
      locale,
      base: draft?.base ?? canonicalEntry(work),
      answers,
    })
  }

  return { drafts, put, begin, beginTranslation }
})

export type EntryDrafts = InstanceType<typeof EntryDraftsModel>
