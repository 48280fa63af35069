import { createHmac } from 'node:crypto'
import { foldedWording, knownWordsOf, wordingOf } from '@deskbell/faq'
import {
  accepted,
  type Dismissal,
  type EntryId,
  type Feedback,
  type Locale,
  limits,
  type PublishedEntry,
  type Reply,
  refused,
  type UsedWording,
  type Wording,
} from '@deskbell/protocol'
import { type Day, dayOf } from '../store/day.ts'
import type { LearningStore, StoredWording } from '../store/learning-store.ts'
import type { Publication } from './publication.ts'

export type Helped = Extract<Feedback, { kind: 'helped' }>

/** What an operator answered with entries. */
export interface Inserted {
  answers: readonly EntryId[]
  /** The visitor's locale and words. */
  locale: Locale
  words: string
}

/** Learns from what visitors say and operators do. Who an `asker` is can't be told from what is stored. */
export interface Learning {
  helped(given: Helped, asker: string): void
  nothingFound(given: { query: string; locale: Locale }): void
  inserted(given: Inserted, asker: string): void
  dismiss(dismissal: Dismissal): void
  wordings(): UsedWording[]
  /** By hand: at once in use. */
  addWording(wording: Wording): Reply<null>
  /** For good. */
  removeWording(wording: Wording): Reply<null>
}

interface Options {
  store: LearningStore
  publication: Publication
  /** Keys the hashes of askers. */
  secret: Buffer
}

/** So many different visitors make a wording. */
const askersNeeded = 2

export function createLearning(options: Options): Learning {
  const { store, publication } = options
  const today = daysOf(store)
  today()
  const { learn, put } = createTeaching(options, today)
  const entryIn = (id: EntryId, locale: Locale) => publishedIn(publication, id, locale)

  const telling = (query: string, locale: Locale) => wordingOf(query, { locale, stops: publication.stopsFor(locale) })

  return {
    helped({ entryId, locale, helped, query = '' }, asker) {
      if (!entryIn(entryId, locale)) return
      store.addHelpfulness({ entryId, locale, helped }, today())
      if (helped) return learn(entryId, locale, query, asker)
      const words = telling(query, locale) ?? ''
      store.addSearch({ kind: 'unhelpful', locale, query: words, entryId }, today())
    },
    nothingFound({ query, locale }) {
      const words = telling(query, locale)
      if (words) store.addSearch({ kind: 'nothing-found', locale, query: words }, today())
    },
    inserted({ answers, locale, words }, asker) {
      for (const id of new Set(answers)) {
        const entry = publication.allFor(locale).find((published) => published.id === id)
        if (entry) learn(id, entry.locale, words, asker)
      }
    },
    dismiss({ queries, ...of }) {
      for (const query of queries) store.removeSearches({ ...of, query })
    },
    wordings() {
      const used = store.wordings().filter(({ entryId, locale }) => entryIn(entryId, locale))
      return used.map(({ state, ...wording }) => ({ ...wording, isByHand: state === 'by-hand' }))
    },
    addWording({ wording: given, ...of }) {
      const wording = foldedWording(given)
      if (wording === '' || !entryIn(of.entryId, of.locale)) return refused('malformed', wording && 'entryId')
      put({ count: 0, ...store.wording({ ...of, wording }), ...of, wording, state: 'by-hand' })
      return accepted(null)
    },
    removeWording(of) {
      put({ ...of, count: 0, state: 'removed' })
      return accepted(null)
    },
  }
}

/** How an entry comes by its wordings. */
function createTeaching({ store, publication, secret }: Options, today: () => Day) {
  function put(wording: StoredWording): void {
    store.putWording(wording)
    store.forgetAskers(wording)
    publication.changed()
  }

  function learn(entryId: EntryId, locale: Locale, words: string, asker: string): void {
    const entry = publishedIn(publication, entryId, locale)
    const wording = wordingOf(words, {
      locale,
      stops: publication.stopsFor(locale),
      known: publication.knownWordsFor(locale),
    })
    if (!entry || !wording) return
    if (saysItself(entry, wording)) return
    const of = { entryId, locale, wording }
    const known = store.wording(of)
    if (known) {
      if (known.state !== 'removed') store.putWording({ ...known, count: known.count + 1 })
      return
    }
    const hash = createHmac('sha256', secret).update([asker, entryId, locale, wording].join('\n'))
    const count = store.addAsker(of, hash.digest('base64url'), today())
    if (count >= askersNeeded) put({ ...of, count, state: 'in-use' })
  }

  return { learn, put }
}

/** Whether the entry has all words of a wording, or such as begin like them: half-typed words teach nothing. */
function saysItself({ question, keywords }: PublishedEntry, wording: string): boolean {
  const own = [...knownWordsOf([question, ...keywords])]
  return [...knownWordsOf([wording])].every((word) => own.some((known) => known.startsWith(word)))
}

/** The entry, where it has words of its own in that locale. */
function publishedIn(publication: Publication, id: EntryId, locale: Locale): PublishedEntry | undefined {
  return publication.allFor(locale).find((entry) => entry.id === id && entry.locale === locale)
}

/** Gives today, and on a new day forgets what is too old. */
function daysOf(store: LearningStore): () => Day {
  let known: Day = ''
  return () => {
    const now = Date.now()
    const today = dayOf(now)
    if (today !== known) store.forgetBefore(dayOf(now - limits.searchDays * 24 * 3_600_000))
    known = today
    return today
  }
}
