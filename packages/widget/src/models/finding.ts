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
import type { NavigationModel } from './navigation.ts'
import type { TrailModel } from './trail.ts'

export interface Finding {
  /** What stands in the search field. */
  query: ReadonlySignal<string>
  results: ReadonlySignal<readonly PublishedEntry[]>
  /** Which result Enter opens. */
  chosen: ReadonlySignal<number>
  /** The query says something and nothing answers it. */
  isNothing: ReadonlySignal<boolean>
  near: ReadonlySignal<readonly PublishedEntry[]>
  /** The relay has been told that this query found nothing. */
  isNoted: ReadonlySignal<boolean>
  type(text: string): void
  choose(index: number): void
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
  const choice = signal(0)
  const noted = signal<ReadonlySet<string>>(new Set())
  const words = computed(() => query.value.trim())
  const results = computed(() => (answers.canSearch.value && words.value ? answers.search(words.value) : []))
  const isNothing = computed(() => answers.canSearch.value && saysSomething(words.value) && results.value.length === 0)
  const note = createNote(options, noted)

  function settle(): void {
    if (!answers.canSearch.value || !words.value) return
    trail.searched(words.value, results.value.length)
    if (isNothing.value) void note(words.value)
  }
  function open(entry: PublishedEntry): void {
    settle()
    navigation.go({ name: 'entry', id: entry.id })
  }
  effect(() => {
    if (!words.value || !answers.canSearch.value) return
    const timer = setTimeout(settle, settledAfter)
    return () => clearTimeout(timer)
  })
  effect(() => {
    const { name } = navigation.view.value
    if (name === 'person') untracked(settle)
    if (name === 'home') query.value = ''
  })
  return {
    query,
    results,
    chosen: computed(() => Math.min(choice.value, Math.max(0, results.value.length - 1))),
    isNothing,
    near: computed(() => (isNothing.value ? answers.nearest(words.value) : [])),
    isNoted: computed(() => noted.value.has(words.value)),
    type(text) {
      batch(() => {
        query.value = text.slice(0, limits.queryLength)
        choice.value = 0
        navigation.go({ name: words.value ? 'results' : 'home' })
      })
    },
    choose(index) {
      choice.value = index
    },
    step(by) {
      const count = results.value.length
      if (count > 0) choice.value = (Math.min(choice.value, count - 1) + by + count) % count
    },
    open,
    openChosen() {
      const entry = results.value[Math.min(choice.value, results.value.length - 1)]
      if (entry) open(entry)
    },
  }
})
export type FindingModel = Model<Finding>

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
