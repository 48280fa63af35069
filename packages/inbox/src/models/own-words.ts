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
import { computed, createModel, signal } from '@preact/signals'
import { createFormDraft, type DraftShelf } from './form-draft.ts'
import { type Wording, wording } from './wording.ts'

/** A text by its name, or what a topic is called by the topic's id. */
export type WordPlace = { text: OwnText } | { topic: string }

type Faults = Readonly<Record<string, Wording>>

export const ownTexts = Object.keys(ownTextLengths) as OwnText[]

/** What the owner says in words of their own, in one language after the other; saved all at once. */
export const OwnWordsModel = createModel((http: Http, shelf: DraftShelf) => {
  const settings = signal<Settings | undefined>(undefined)
  const topics = signal<OwnWordsReply['topics']>([])
  const locale = signal<Locale>('en')
  const form = createFormDraft<OwnWords, OwnWordsReply>({
    shelf,
    async load() {
      const [answer, site] = await Promise.all([
        http.get<OwnWordsReply>('/api/words'),
        http.get<Settings>('/api/settings'),
      ])
      if (!answer.ok || !site.ok) return site.ok ? answer : site
      topics.value = answer.value.topics
      locale.value = site.value.locale
      settings.value = site.value
      return answer
    },
    send: (words, version) => http.send('PUT', '/api/words', { words }, version),
    read: ({ words }) => words,
    toSend: wordsToSend,
    mayGo(words) {
      const faulty = faultyIn(words)
      locale.value = faulty ?? locale.value
      return faulty === undefined
    },
  })
  const words = computed(() => form.draft.value ?? {})
  const faults = computed<Faults>(() => (form.isAsked.value ? faultsOf(words.value[locale.value]) : {}))

  function write(place: WordPlace, value: string): void {
    form.change({ ...words.value, [locale.value]: withWords(words.value[locale.value], place, value) })
  }

  return { ...form, settings, topics, words, locale, faults, write }
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

/** What travels: an empty text is none, and a language without any neither. */
function wordsToSend(words: OwnWords): OwnWords {
  return filled(words, ({ topics = {}, ...texts }) => {
    const names = filled(topics, (name) => name.trim())
    return { ...filled(texts, (text) => text.trim()), ...(Object.keys(names).length > 0 && { topics: names }) }
  })
}

function filled<T extends string | object>(all: Readonly<Record<string, T>>, clean: (one: T) => T): Record<string, T> {
  const cleaned = Object.entries(all).map(([key, one]) => [key, clean(one)] as const)
  return Object.fromEntries(cleaned.filter(([, one]) => Object.keys(one).length > 0))
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
