import type { Dismissal, Entry, EntryId, Locale, Translation } from '@deskbell/protocol'
import { batch, computed, createModel, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { EntryDrafts } from './entry-drafts.ts'
import { canonicalEntry, withWords, wordsIn } from './entry-form.ts'
import { workOf } from './entry-standing.ts'

export interface EntryWorkGiven {
  id: EntryId
  /** What the relay has; undefined where the entry is new. */
  stored: Entry | undefined
  drafts: EntryDrafts
  /** The language to begin with, where no draft says another and none is asked for. */
  locale: Locale
  asked?: Locale | undefined
}

/** One entry as it stands on screen, beside the one the relay has. What differs is kept on this device. */
export const EntryWorkModel = createModel((given: EntryWorkGiven) => {
  const { id, drafts } = given
  const kept = drafts.drafts.peek()[id]
  const stored = signal(given.stored)
  /** As it stands on screen while nothing is changed. */
  const saved = computed(() => stored.value && workOf(stored.value))
  const entry = signal<Entry>(kept?.entry ?? saved.peek() ?? { id, translations: {} })
  const locale = signal(given.asked ?? kept?.locale ?? given.locale)
  const answers = signal<Dismissal | undefined>(kept?.answers)
  let base = kept ? (kept.base ?? '') : canonicalEntry(saved.peek())

  const isNew = computed(() => stored.value === undefined)
  const isChanged = computed(() => canonicalEntry(entry.value) !== canonicalEntry(saved.value))
  /** The relay's has changed since this draft began: saving would replace that. */
  const isOvertaken = signal(kept !== undefined && base !== canonicalEntry(saved.peek()))
  const words = computed(() => wordsIn(entry.value, locale.value))

  effect(() => {
    const isKept = isChanged.value || isNew.value
    const answered = answers.value && { answers: answers.value }
    const draft = { entry: entry.value, locale: locale.value, ...answered, ...(base && { base }) }
    untracked(() => drafts.put(id, isKept ? draft : undefined))
  })
  forgetUnchanged(given, isChanged)

  function write(part: Partial<Translation>): void {
    entry.value = withWords(entry.peek(), locale.peek(), { ...words.peek(), ...part })
  }

  function writeCategory(category: string): void {
    entry.value = { ...entry.peek(), category }
  }

  function show(next: Locale): void {
    locale.value = next
  }

  /** The relay has taken it; what was written meanwhile (`isStill` false) stays, unsaved. */
  function settle(taken: Entry, isStill: boolean): void {
    batch(() => {
      stored.value = taken
      restart()
      if (isStill) entry.value = workOf(taken)
    })
  }

  function restart(): void {
    base = canonicalEntry(saved.peek())
    isOvertaken.value = false
  }

  /** Back to what the relay has. */
  function discard(): void {
    restart()
    entry.value = saved.peek() ?? { id, translations: {} }
  }

  const shown = { entry, stored, saved, locale, words, answers, isNew, isChanged, isOvertaken }
  return { ...shown, write, writeCategory, show, settle, discard }
})

/** What is left as the relay has it needs no keeping, nor does a new entry that was left empty. */
function forgetUnchanged({ id, drafts }: EntryWorkGiven, isChanged: ReadonlySignal<boolean>): void {
  effect(() => () => {
    if (!isChanged.peek()) drafts.put(id, undefined)
  })
}

/** A colleague has saved it meanwhile: what is written here stays, beside theirs. */
export function overtake({ stored, isOvertaken }: EntryWork, theirs: Entry | undefined): void {
  batch(() => {
    stored.value = theirs
    isOvertaken.value = true
  })
}

export type EntryWork = InstanceType<typeof EntryWorkModel>
