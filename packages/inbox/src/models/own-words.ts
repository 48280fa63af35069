import type { Http } from '@deskbell/client/http'
import {
  type Locale,
  type LocalWords,
  limits,
  type OwnText,
  type OwnWords,
  type OwnWordsReply,
  ownTextLengths,
  type Settings,
} from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import type { DraftShelf } from './settings-draft.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** A text by its name, or what a topic is called by the topic's id. */
export type WordPlace = { text: OwnText } | { topic: string }

type Faults = Readonly<Record<string, Wording>>

export const ownTexts = Object.keys(ownTextLengths) as OwnText[]

/** What the owner says in words of their own, in one language after the other; saved all at once. */
export const OwnWordsModel = createModel((http: Http, shelf: DraftShelf) => {
  const state = signal<'loading' | 'failed' | 'ready' | 'saving'>('loading')
  const settings = signal<Settings | undefined>(undefined)
  const topics = signal<OwnWordsReply['topics']>([])
  const stored = signal<OwnWords>({})
  const words = signal<OwnWords>({})
  const locale = signal<Locale>('en')
  const isAsked = signal(false)
  const isSaved = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const isChanged = computed(() => canonical(words.value) !== canonical(stored.value))
  const faults = computed<Faults>(() => (isAsked.value ? faultsOf(words.value[locale.value]) : {}))

  effect(() => {
    if (isChanged.value) isSaved.value = false
    if (settings.value) shelf.write(isChanged.value ? JSON.stringify(words.value) : null)
  })

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<OwnWordsReply>('/api/words')
    const site = answer.ok ? await http.get<Settings>('/api/settings') : answer
    state.value = site.ok ? 'ready' : 'failed'
    trouble.value = site.ok ? undefined : refusalWording(site)
    if (!answer.ok || !site.ok) return
    stored.value = answer.value.words
    words.value = (JSON.parse(shelf.read() ?? 'null') as OwnWords | null) ?? stored.value
    topics.value = answer.value.topics
    locale.value = site.value.locale
    settings.value = site.value
  }

  function change(place: WordPlace, value: string): void {
    words.value = { ...words.value, [locale.value]: withWords(words.value[locale.value], place, value) }
  }

  function discard(): void {
    words.value = stored.value
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const faulty = faultyIn(words.value)
    locale.value = faulty ?? locale.value
    if (faulty !== undefined || !isChanged.value || state.value !== 'ready') return
    state.value = 'saving'
    const answer = await http.send<OwnWordsReply>('PUT', '/api/words', { words: wordsToSend(words.value) })
    state.value = 'ready'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) return
    stored.value = answer.value.words
    words.value = answer.value.words
    isSaved.value = true
  }

  const shown = { state, settings, topics, words, locale, isChanged, isSaved, faults, trouble }
  return { ...shown, load, change, discard, save }
})

export type OwnWordsForm = InstanceType<typeof OwnWordsModel>

function withWords(own: LocalWords = {}, place: WordPlace, value: string): LocalWords {
  if ('text' in place) return { ...own, [place.text]: value }
  return { ...own, topics: { ...own.topics, [place.topic]: value } }
}

/** The first language in which something is too long. */
function faultyIn(words: OwnWords): Locale | undefined {
  return Object.keys(words).find((one) => Object.keys(faultsOf(words[one])).length > 0)
}

/** How many texts and names a language has, of those that any language has. */
export function holesIn(words: OwnWords, locale: Locale): { written: number; wanted: number } {
  const all = wordsToSend(words)
  const has = (own: LocalWords = {}) => [...ownTexts.filter((text) => text in own), ...Object.keys(own.topics ?? {})]
  return { written: has(all[locale]).length, wanted: new Set(Object.values(all).flatMap(has)).size }
}

/** What travels: an empty text is none, and a language without any neither. In an order of its own, so that it can be compared. */
function wordsToSend(words: OwnWords): OwnWords {
  return filled(words, ({ topics = {}, ...texts }) => {
    const names = filled(topics, (name) => name.trim())
    return { ...filled(texts, (text) => text.trim()), ...(Object.keys(names).length > 0 && { topics: names }) }
  })
}

function filled<T extends string | object>(all: Readonly<Record<string, T>>, clean: (one: T) => T): Record<string, T> {
  const cleaned = Object.entries(all).map(([key, one]) => [key, clean(one)] as const)
  return Object.fromEntries(cleaned.filter(([, one]) => Object.keys(one).length > 0).sort())
}

function canonical(words: OwnWords): string {
  return JSON.stringify(wordsToSend(words))
}

/** What is too long, by the text's name or the topic's id. */
function faultsOf({ topics = {}, ...texts }: LocalWords = {}): Faults {
  const tooLong = (of: object, mostOf: (key: string) => number) =>
    Object.entries(of as Record<string, string>).flatMap(([key, text]) =>
      text.trim().length > mostOf(key) ? [[key, wording('account.tooLong', { most: mostOf(key) })] as const] : [],
    )
  return Object.fromEntries([
    ...tooLong(texts, (text) => ownTextLengths[text as OwnText]),
    ...tooLong(topics, () => limits.nameLength).map(([id, fault]) => [`topic ${id}`, fault] as const),
  ])
}
