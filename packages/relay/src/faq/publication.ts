import { gzipSync } from 'node:zlib'
import {
  createSearchInSlices,
  knownWordsOf,
  type Lexicons,
  languageOf,
  localeChain,
  type Search,
  searchableOf,
} from '@deskbell/faq'
import {
  type EntriesReply,
  type Locale,
  limits,
  type PublishedEntry,
  plainText,
  type Wording,
} from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { SettingsStore } from '../store/settings-store.ts'
import { homeEntries, mostRead } from './home-entries.ts'
import { createPublisher } from './publisher.ts'
import { createReadings } from './readings.ts'
import type { Reads } from './reads.ts'
import { createSiteLocales } from './site-locales.ts'

/** The entries as visitors get them. What was worked out for a locale is kept until something changes. */
export interface Publication {
  /** What a page gets: all of them, or only those home shows. */
  entriesFor(locale: Locale): EntriesReply
  allFor(locale: Locale): readonly PublishedEntry[]
  /** Indexed a few milliseconds at a time, at the first search. */
  searchFor(locale: Locale): Promise<Search>
  /** The folded words of the entries. */
  knownWordsFor(locale: Locale): ReadonlySet<string>
  /** Words of the language that say nothing, parted by spaces. */
  stopsFor(locale: Locale): string
  /** Another one whenever `entriesFor` gives something else: for ETags. */
  versionFor(locale: Locale): string
  /** Those the site speaks, its main one first: named by the owner, or else those of the entries. */
  siteLocales(): readonly Locale[]
  /** True: that the site speaks other languages was told. */
  changed(): boolean
}

/** Visitors may ask in any language; the widget speaks this many. */
const languagesKept = 16

/** Everything for one chain of locales. */
interface Edition {
  locales: readonly Locale[]
  all: readonly PublishedEntry[]
  isWhole: boolean
  /** By the language of the page: it has a part in what a word means and in how far an entry in another counts. */
  searches: Map<string, Promise<Search>>
  knownWords?: ReadonlySet<string>
}

interface Options {
  settings: Pick<SettingsStore, 'entries' | 'settings'>
  lexicons: Lexicons
  /** Those in use, most frequent first. */
  wordings(): readonly Wording[]
  reads: Pick<Reads, 'counts'>
  log: Logger
  /** The site speaks other languages than before. */
  localesChanged(locales: readonly Locale[]): void
}

export function createPublication(options: Options): Publication {
  const { lexicons, wordings, reads, log } = options
  const { entries, settings } = options.settings
  const editions = new Map<string, Edition>()
  const publisher = createPublisher(wordings)
  const readings = createReadings(log, () => {
    editions.clear()
    version += 1
  })
  let version = Date.now()
  const locales = createSiteLocales(options.settings, options.localesChanged)

  // Any tag may be asked for; only as many chains exist as there are locales, so the chain is the key.
  function editionFor(locale: Locale): Edition {
    const chain = localeChain(locale, settings.data.locale, locales.written())
    const known = editions.get(chain.join())
    if (known) return known
    const all = readings.addTo(entries.data.flatMap((entry) => publisher.publish(entry, chain)))
    const edition = { locales: chain, all, isWhole: fitsThePage(all), searches: new Map() }
    editions.set(chain.join(), edition)
    return edition
  }

  return {
    entriesFor(locale) {
      const { locales, all, isWhole } = editionFor(locale)
      const used = new Set(all.map((entry) => entry.locale))
      const fallbacks = locales.slice(1).filter((other) => used.has(other))
      const most = mostRead(all, reads.counts())
      return { locale, fallbacks, entries: isWhole ? all : homeEntries(all, most), mostRead: most, isWhole }
    },
    allFor: (locale) => editionFor(locale).all,
    searchFor(locale) {
      const { all, searches } = editionFor(locale)
      const language = languageOf(locale)
      const known = searches.get(language)
      if (known) return known
      if (searches.size >= languagesKept) searches.clear()
      const search = indexed(all, locale, lexicons)
      searches.set(language, search)
      return search
    },
    knownWordsFor(locale) {
      const edition = editionFor(locale)
      edition.knownWords ??= knownWordsOf(edition.all.flatMap(textsOf))
      return edition.knownWords
    },
    stopsFor: (locale) => lexicons[languageOf(locale)]?.stops ?? '',
    versionFor: (locale) => [version, ...mostRead(editionFor(locale).all, reads.counts())].join('/'),
    siteLocales: locales.spoken,
    changed() {
      editions.clear()
      publisher.forget()
      version += 1
      return locales.changed()
    },
  }
}

/** Whether a page gets all entries and searches them itself. */
function fitsThePage(all: readonly PublishedEntry[]): boolean {
  return all.length <= limits.entriesOnPage && gzipSync(JSON.stringify(all)).length <= limits.entriesOnPageBytes
}

function indexed(all: readonly PublishedEntry[], locale: Locale, lexicons: Lexicons): Promise<Search> {
  const pause = () => new Promise<void>((resume) => setImmediate(resume))
  return createSearchInSlices(all.map(searchableOf), { locale, lexicons, pause })
}

function textsOf({ question, answer, keywords }: PublishedEntry): string[] {
  return [question, plainText(answer), ...keywords]
}
