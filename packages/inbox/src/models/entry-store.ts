import type { Answer, Http } from '@deskbell/client/http'
import {
  type EntriesList,
  type Entry,
  type EntryId,
  entryVersion,
  type Locale,
  type OutdatedReply,
  type Settings,
} from '@deskbell/protocol'
import { computed, createModel, type Signal, signal } from '@preact/signals'
import type { Leaving } from './leaving.ts'
import { refusalWording, type Wording } from './wording.ts'

/** All entries as the relay has them, and which of their languages are older than the original. */
export const EntryStoreModel = createModel((http: Http, leaving: Leaving) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const all = signal<readonly Entry[]>([])
  const entries = computed(() => all.value.filter(({ id }) => !leaving.gone.value.has(partingOf(id))))
  const outdated = signal<OutdatedReply>({})
  const defaultLocale = signal<Locale>('en')

  async function load(): Promise<void> {
    const [list, settings] = await Promise.all([
      http.get<EntriesList>('/api/all-entries'),
      http.get<Settings>('/api/settings'),
      loadOutdated(),
    ])
    for (const answer of [list, settings]) if (!answer.ok) trouble.value = refusalWording(answer)
    if (settings.ok) defaultLocale.value = settings.value.locale
    if (list.ok) all.value = list.value.entries
    state.value = list.ok && settings.ok ? 'ready' : 'failed'
  }

  /** Without an answer what is known stays: the rest of the page does without. */
  async function loadOutdated(): Promise<void> {
    const answer = await http.get<OutdatedReply>('/api/outdated-entries')
    if (answer.ok) outdated.value = answer.value
  }

  /** The words of a language are still right, though the original has changed. Gives what the relay refuses. */
  async function confirm(id: EntryId, locale: Locale): Promise<Wording | undefined> {
    const answer = await http.send<null>('POST', `${addressOf(id)}/confirm`, { locale })
    if (!answer.ok) return refusalWording(answer)
    await loadOutdated()
    return undefined
  }

  /** Creates it on the relay, or replaces there what it was made of; where that is another by now: 'changed-meanwhile'. */
  async function save(entry: Entry, before?: Entry): Promise<Answer<Entry>> {
    const answer = await http.send<Entry>('PUT', addressOf(entry.id), entry, before && entryVersion(before))
    if (answer.ok) {
      all.value = withEntry(all.peek(), answer.value)
      void loadOutdated()
    }
    return answer
  }

  /** The entry as a colleague has saved it meanwhile. */
  const lookAgain = (id: EntryId) => newest(http, all, id)
  /** Shows the entries so, all that there are, perhaps in other categories. */
  const arrange = (next: readonly Entry[]) => arrangeIn(all, next)

  function remove(id: EntryId, text: Wording): void {
    const act = async () => {
      const answer = await http.send<Entry>('DELETE', addressOf(id))
      if (answer.ok) all.value = all.peek().filter((entry) => entry.id !== id)
      return answer.ok ? undefined : refusalWording(answer)
    }
    leaving.remove({ key: partingOf(id), text, act })
  }

  return { state, trouble, all, entries, outdated, defaultLocale, load, confirm, save, lookAgain, arrange, remove }
})

/** Those on their way out are not among the next, and stay in their places. */
function arrangeIn(all: Signal<readonly Entry[]>, next: readonly Entry[]): void {
  const ids = new Set(next.map(({ id }) => id))
  const places = next.values()
  all.value = all.peek().map((entry) => (ids.has(entry.id) ? (places.next().value ?? entry) : entry))
}

async function newest(http: Http, all: Signal<readonly Entry[]>, id: EntryId): Promise<Entry | undefined> {
  const answer = await http.get<EntriesList>('/api/all-entries')
  if (answer.ok) all.value = answer.value.entries
  return all.peek().find((entry) => entry.id === id)
}

const addressOf = (id: EntryId) => `/api/entries/${encodeURIComponent(id)}`

/** In its place, or at the end. */
function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const isKnown = entries.some(({ id }) => id === entry.id)
  return isKnown ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry]
}

const partingOf = (id: EntryId) => `entry:${id}`
