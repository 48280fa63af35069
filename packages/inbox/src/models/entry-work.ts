import type { Dismissal, Entry, EntryId, Locale, Translation } from '@deskbell/protocol'
import { batch, computed, createModel, effect, signal, untracked } from '@preact/signals'
import type { EntryDrafts } from './entry-drafts.ts'
import { canonicalEntry, wordsIn } from './entry-form.ts'

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
  const entry = signal<Entry>(kept?.entry ?? given.stored ?? { id, translations: {} })
  const locale = signal(given.asked ?? kept?.locale ?? given.locale)
  const answers = signal<Dismissal | undefined>(kept?.answers)
  let base = kept ? (kept.base ?? '') : canonicalEntry(given.stored)

  const isNew = computed(() => stored.value === undefined)
  const isChanged = computed(() => canonicalEntry(entry.value) !== canonicalEntry(stored.value))
  /** The relay's has changed since this draft began: saving would replace that. */
  const isOvertaken = signal(kept !== undefined && base !== canonicalEntry(given.stored))
  const words = computed(() => wordsIn(entry.value, locale.value))

  effect(() => {
    const isKept = isChanged.value || isNew.value
    const answered = answers.value && { answers: answers.value }
    const draft = { entry: entry.value, locale: locale.value, ...answered, ...(base && { base }) }
    untracked(() => drafts.put(id, isKept ? draft : undefined))
  })
  effect(() => () => {
    if (!isChanged.peek()) drafts.put(id, undefined)
  })

  function write(part: Partial<Translation>): void {
    const { translations } = entry.peek()
    entry.value = { ...entry.peek(), translations: { ...translations, [locale.peek()]: { ...words.peek(), ...part } } }
  }

  function writeCategory(category: string): void {
    entry.value = { ...entry.peek(), category }
  }

  function show(next: Locale): void {
    locale.value = next
  }

  /** The relay has taken it; what was written meanwhile (`isStill` false) stays, unsaved. */
  function settle(saved: Entry, isStill: boolean): void {
    batch(() => {
      answers.value = undefined
      base = canonicalEntry(saved)
      stored.value = saved
      isOvertaken.value = false
      if (isStill) entry.value = saved
    })
  }

  /** Back to what the relay has. */
  function discard(): void {
    base = canonicalEntry(stored.peek())
    isOvertaken.value = false
    entry.value = stored.peek() ?? { id, translations: {} }
  }

  const shown = { entry, stored, locale, words, answers, isNew, isChanged, isOvertaken }
  return { ...shown, write, writeCategory, show, settle, discard }
})

/** A colleague has saved it meanwhile: what is written here stays, beside theirs. */
export function overtake({ stored, isOvertaken }: EntryWork, theirs: Entry | undefined): void {
  batch(() => {
    stored.value = theirs
    isOvertaken.value = true
  })
}

type EntryWork = InstanceType<typeof EntryWorkModel>
