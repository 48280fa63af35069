import type { Answer, Http } from '@deskbell/client/http'
import { localeChain, translationOf } from '@deskbell/faq'
import type { EntriesList, Entry, EntryId, Locale, Settings } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import Fuse from 'fuse.js'
import type { Leaving } from './leaving.ts'
import { refusalWording, type Wording } from './wording.ts'

/** One row: an entry in the words a visitor of the chosen language would read. */
export interface EntryRow {
  id: EntryId
  category: string
  question: string
  /** The locale of the question. */
  locale: Locale
  locales: readonly Locale[]
}

export interface CategoryCount {
  category: string
  count: number
}

/** All entries, looked through by language, category and words of the question. The category '' is that of entries without one. */
export const EntryListModel = createModel((http: Http, leaving: Leaving) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const all = signal<readonly Entry[]>([])
  const entries = computed(() => all.value.filter(({ id }) => !leaving.gone.value.has(partingOf(id))))
  const defaultLocale = signal<Locale>('en')
  const chosenLocale = signal<Locale | undefined>(undefined)
  const category = signal<string | undefined>(undefined)
  const words = signal('')

  const locales = computed(() => localesOf(entries.value, defaultLocale.value))
  const locale = computed(() => chosenLocale.value ?? locales.value[0] ?? defaultLocale.value)
  const rows = computed(() => {
    const chain = localeChain(locale.value, defaultLocale.value, locales.value)
    return entries.value.flatMap((entry) => rowOf(entry, chain) ?? [])
  })
  const categories = computed(() => countCategories(rows.value))
  const fuse = computed(() => new Fuse(rows.value, { keys: ['question'], ...matching }))
  const found = computed(() => {
    const text = words.value.trim()
    return text === '' ? rows.value : fuse.value.search(text).map(({ item }) => item)
  })
  const shown = computed(() =>
    category.value === undefined ? found.value : found.value.filter((row) => row.category === category.value),
  )
  const gap = computed(() => widestGap(entries.value, locales.value))

  async function load(): Promise<void> {
    const [list, settings] = await Promise.all([
      http.get<EntriesList>('/api/all-entries'),
      http.get<Settings>('/api/settings'),
    ])
    for (const answer of [list, settings]) if (!answer.ok) trouble.value = refusalWording(answer)
    if (settings.ok) defaultLocale.value = settings.value.locale
    if (list.ok) all.value = list.value.entries
    state.value = list.ok && settings.ok ? 'ready' : 'failed'
  }

  /** Creates or replaces it on the relay. */
  async function save(entry: Entry): Promise<Answer<Entry>> {
    const answer = await http.send<Entry>('PUT', addressOf(entry.id), entry)
    if (answer.ok) all.value = withEntry(all.peek(), answer.value)
    return answer
  }

  function remove(id: EntryId, text: Wording): void {
    const act = async () => {
      const answer = await http.send<Entry>('DELETE', addressOf(id))
      if (answer.ok) all.value = all.peek().filter((entry) => entry.id !== id)
      return answer.ok ? undefined : refusalWording(answer)
    }
    leaving.remove({ key: partingOf(id), text, act })
  }

  const places = { locales, locale, defaultLocale, chosenLocale, category, words }
  return { state, trouble, entries, ...places, rows, categories, shown, gap, load, save, remove }
})

export type EntryListing = InstanceType<typeof EntryListModel>

const addressOf = (id: EntryId) => `/api/entries/${encodeURIComponent(id)}`

/** In its place, or at the end. */
function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const isKnown = entries.some(({ id }) => id === entry.id)
  return isKnown ? entries.map((one) => (one.id === entry.id ? entry : one)) : [...entries, entry]
}

const partingOf = (id: EntryId) => `entry:${id}`

const matching = { threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true }

/** Every locale there are words in, the default first, then the fullest. */
function localesOf(entries: readonly Entry[], first: Locale): Locale[] {
  const counts = new Map<Locale, number>()
  for (const locale of entries.flatMap((entry) => Object.keys(entry.translations))) {
    counts.set(locale, (counts.get(locale) ?? 0) + 1)
  }
  const rank = (locale: Locale) => (locale === first ? Number.POSITIVE_INFINITY : (counts.get(locale) ?? 0))
  return [...counts.keys()].toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)))
}

function rowOf({ id, category = '', translations }: Entry, chain: readonly Locale[]): EntryRow | undefined {
  const locales = Object.keys(translations)
  const found = translationOf({ id, translations }, chain)
  return found && { id, category, question: found.translation.question, locale: found.locale, locales }
}

function countCategories(rows: readonly EntryRow[]): CategoryCount[] {
  const counts = new Map<string, number>()
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1)
  return [...counts].map(([category, count]) => ({ category, count }))
}

/** The locale in which most entries are missing; undefined where none is missing in any. */
function widestGap(
  entries: readonly Entry[],
  locales: readonly Locale[],
): { locale: Locale; missing: number } | undefined {
  const gaps = locales.map((locale) => ({
    locale,
    missing: entries.filter((entry) => !Object.hasOwn(entry.translations, locale)).length,
  }))
  const widest = gaps.toSorted((one, other) => other.missing - one.missing)[0]
  return widest && widest.missing > 0 ? widest : undefined
}
