import type { Http } from '@deskbell/client/http'
import { localeChain, translationOf } from '@deskbell/faq'
import { contentOf, type Entry, type EntryContent, type EntryId, isPublished, type Locale } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { EntryReadsModel } from './entry-reads.ts'
import { type Standing, standingOf } from './entry-standing.ts'
import { EntryStoreModel } from './entry-store.ts'
import type { Leaving } from './leaving.ts'
import { createQuestionFinder } from './question-finder.ts'

/** One row: an entry in the words a visitor of the chosen language reads, or would once its draft is published. */
export interface EntryRow {
  id: EntryId
  category: string
  question: string
  /** The locale of the question. */
  locale: Locale
  locales: readonly Locale[]
  /** Those of them that are older than the original. */
  outdated: readonly Locale[]
  /** How often visitors have opened it. */
  reads: number
  standing: Standing
}

export interface CategoryCount {
  category: string
  count: number
}

/**
 * All entries, looked through by language, category and words of the question. The category '' is that of entries without one.
 * `site`: the languages the site speaks, its main one first.
 */
export const EntryListModel = createModel((http: Http, leaving: Leaving, site: () => readonly Locale[]) => {
  const store = new EntryStoreModel(http, leaving)
  const reads = new EntryReadsModel(http)
  const { state, trouble, all, entries, outdated, defaultLocale } = store
  const { confirm, save, lookAgain, arrange, remove } = store
  const chosenLocale = signal<Locale | undefined>(undefined)
  const category = signal<string | undefined>(undefined)
  const words = signal('')
  const isToDo = signal(false)
  const isMostReadFirst = signal(false)
  const isDrafts = signal(false)

  const contents = computed(() => entries.value.map(contentOf))
  const locales = computed(() => localesOf(contents.value, defaultLocale.value, site()))
  const locale = computed(() => chosenLocale.value ?? locales.value[0] ?? defaultLocale.value)
  const rows = computed(() => {
    const chain = localeChain(locale.value, defaultLocale.value, locales.value)
    return entries.value.flatMap(
      (entry) => rowOf(entry, chain, outdated.value[entry.id], reads.counts.value.get(entry.id)) ?? [],
    )
  })
  const categories = computed(() => countCategories(rows.value))
  const find = computed(() => createQuestionFinder(rows.value))
  const found = computed(() => {
    const text = words.value.trim()
    return text === '' ? rows.value : find.value(text)
  })
  const drafts = computed(() => rows.value.filter(({ standing }) => standing !== 'published').length)
  const toDo = computed(() => rows.value.filter((row) => isToTranslate(row, locale.value)).length)
  const shown = computed(() => {
    const meant = found.value.filter(
      (row) =>
        (category.value === undefined || row.category === category.value) &&
        (!isToDo.value || isToTranslate(row, locale.value)) &&
        (!isDrafts.value || row.standing !== 'published'),
    )
    return isMostReadFirst.value ? meant.toSorted((one, other) => other.reads - one.reads) : meant
  })
  const gap = computed(() => widestGap(entries.value.filter(isPublished), site()))

  async function load(): Promise<void> {
    await Promise.all([store.load(), reads.load()])
  }

  return {
    ...{ state, trouble, all, entries, outdated, defaultLocale },
    ...{ load, confirm, save, lookAgain, arrange, remove },
    ...{ locales, locale, chosenLocale, category, words, isToDo, isMostReadFirst, isDrafts },
    ...{ rows, categories, toDo, drafts, shown, gap, hasReads: computed(() => reads.counts.value.size > 0) },
  }
})

export type EntryListing = InstanceType<typeof EntryListModel>

/** Those of the site and every locale there are words in, the default first, then the fullest. */
function localesOf(entries: readonly EntryContent[], first: Locale, site: readonly Locale[]): Locale[] {
  const counts = new Map(site.map((locale) => [locale, 0]))
  for (const locale of entries.flatMap((entry) => Object.keys(entry.translations))) {
    counts.set(locale, (counts.get(locale) ?? 0) + 1)
  }
  const rank = (locale: Locale) => (locale === first ? Number.POSITIVE_INFINITY : (counts.get(locale) ?? 0))
  return [...counts.keys()].toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(other) - rank(one)))
}

function rowOf(
  entry: Entry,
  chain: readonly Locale[],
  outdated: readonly Locale[] = [],
  reads = 0,
): EntryRow | undefined {
  const { id } = entry
  const { category = '', translations } = contentOf(entry)
  const locales = Object.keys(translations)
  const found = translationOf({ id, translations }, chain)
  if (!found) return undefined
  const { locale, translation } = found
  const of = { id, category, locale, locales, outdated, reads, standing: standingOf(entry) }
  return { ...of, question: translation.question }
}

/** Whether the words in a language are missing, or older than the original. */
function isToTranslate({ locales, outdated }: EntryRow, locale: Locale): boolean {
  return !locales.includes(locale) || outdated.includes(locale)
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
