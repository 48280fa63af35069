import type { Http } from '@deskbell/client/http'
import { type Feedback, type Locale, limits, type PublishedEntry } from '@deskbell/protocol'
import {
  batch,
  computed,
  createModel,
  effect,
  type Model,
  type ReadonlySignal,
  signal,
  untracked,
} from '@preact/signals'
import type { AnswersModel } from './answers.ts'
import { LookUpModel } from './look-up.ts'
import type { NavigationModel } from './navigation.ts'
import type { TrailModel } from './trail.ts'

export interface Finding {
  /** What stands in the search field. */
  query: ReadonlySignal<string>
  /** What the results on screen were found for: newer words may be on their way. */
  sought: ReadonlySignal<string>
  results: ReadonlySignal<readonly PublishedEntry[]>
  /** Which result Enter opens. */
  chosen: ReadonlySignal<number>
  /** The query says something and nothing answers it. */
  isNothing: ReadonlySignal<boolean>
  near: ReadonlySignal<readonly PublishedEntry[]>
  /** Nothing can be found now: no entries, or no relay to search them. */
  isUnreachable: ReadonlySignal<boolean>
  tryAgain(): void
  /** The relay has been told that this query found nothing. */
  isNoted: ReadonlySignal<boolean>
  type(text: string): void
  /** Moves the choice, from the last round to the first. */
  step(by: 1 | -1): void
  open(entry: PublishedEntry): void
  openChosen(): void
}

export interface FindingOptions {
  http: Http
  locale: Locale
  answers: AnswersModel
  trail: TrailModel
  navigation: NavigationModel
}

/** After so long without a key the visitor has stopped typing, in ms. */
const settledAfter = 900

/** The search as the visitor uses it: what is typed, found, chosen, and what of it is remembered once they stop. */
export const FindingModel = createModel<Finding, [FindingOptions]>((options) => {
  const { answers, trail, navigation } = options
  const query = signal('')
  const noted = signal<ReadonlySet<string>>(new Set())
  const words = computed(() => query.value.trim())
  const lookUp = new LookUpModel({ answers, words, pause: 0 })
  const { found } = lookUp
  const results = computed(() => found.value?.results ?? [])
  const sought = computed(() => found.value?.query ?? '')
  const isUpToDate = computed(() => words.value !== '' && sought.value === words.value)
  const isNothing = computed(() => saysSomething(sought.value) && results.value.length === 0)
  const note = createNote(options, noted)
  const { chosen, step, toFirst } = createChoice(results)

  function settle(): void {
    if (!isUpToDate.value) return
    trail.searched(words.value, results.value.length)
    if (isNothing.value) void note(words.value)
  }
  function open(entry: PublishedEntry): void {
    settle()
    trail.led(entry.id, navigation.view.value.name === 'results' ? sought.value : '')
    navigation.go({ name: 'entry', id: entry.id })
  }
  onRest(() => isUpToDate.value && words.value, settle)
  effect(() => {
    const { name } = navigation.view.value
    if (name === 'person') untracked(settle)
    if (name === 'home') query.value = ''
  })
  return {
    query,
    sought,
    results,
    chosen,
    step,
    isNothing,
    near: computed(() => (isNothing.value ? (found.value?.near ?? []) : [])),
    isUnreachable: computed(() => answers.state.value === 'failed' || lookUp.isUnreachable.value),
    tryAgain() {
      void answers.load()
      lookUp.tryAgain()
    },
    isNoted: computed(() => noted.value.has(sought.value)),
    type(text) {
      batch(() => {
        query.value = text.slice(0, limits.queryLength)
        toFirst()
        navigation.go({ name: words.value ? 'results' : 'home' })
      })
    },
    open,
    openChosen() {
      const entry = results.value[chosen.value]
      if (entry) open(entry)
    },
  }
})
export type FindingModel = Model<Finding>

/** Calls `settle` when what is typed has been answered and stays as it is for a while. */
function onRest(typed: () => string | false, settle: () => void): void {
  effect(() => {
    if (!typed()) return
    const timer = setTimeout(settle, settledAfter)
    return () => clearTimeout(timer)
  })
}

/** Which result is chosen. It stays where it is when there are other results, as far as there are so many. */
function createChoice(results: ReadonlySignal<readonly PublishedEntry[]>) {
  const choice = signal(0)
  const chosen = computed(() => Math.min(choice.value, Math.max(0, results.value.length - 1)))
  return {
    chosen,
    step(by: 1 | -1) {
      const count = results.value.length
      if (count > 0) choice.value = (chosen.value + by + count) % count
    },
    toFirst() {
      choice.value = 0
    },
  }
}

/** Tells the relay once of each query that found nothing; without a connection it is not said to be noted. */
function createNote({ http, locale }: FindingOptions, noted: { value: ReadonlySet<string> }) {
  const sent = new Set<string>()
  return async (query: string): Promise<void> => {
    if (sent.has(query)) return
    sent.add(query)
    const feedback: Feedback = { kind: 'nothing-found', query, locale }
    const answer = await http.send('POST', '/api/feedback', feedback)
    if (answer.ok) noted.value = new Set([...noted.value, query])
    else sent.delete(query)
  }
}

/** Three letters or figures in a row, or two signs of a script whose signs are syllables or words. */
function saysSomething(words: string): boolean {
  return /[\p{L}\p{N}]{3}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2}/u.test(words)
}
