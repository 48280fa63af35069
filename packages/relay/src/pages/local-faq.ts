import { languageOf } from '@deskbell/faq'
import { chooseLocale, createTranslate, loadWidgetWords, type WidgetTranslate, widgetLocales } from '@deskbell/locales'
import { type FaqTranslate, translateFaq } from '@deskbell/locales/faq'
import type { Entry, Locale, PublishedEntry, Settings } from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { ownWordsIn } from '../site-texts.ts'
import { topicsOf } from '../topics.ts'
import { meantLocale, writtenLocales } from './locales.ts'

/** The FAQ in one locale, and what its pages and blocks are drawn with. */
export interface LocalFaq {
  /** As the address has it. */
  locale: Locale
  /** What the page is in: the locale, or another that we have words for. */
  lang: Locale
  t: WidgetTranslate
  /** What only these pages say. */
  say: FaqTranslate
  settings: Settings
  entries: readonly PublishedEntry[]
  /** Those of them that visitors opened most, most first. */
  mostRead(): readonly PublishedEntry[]
  /** As they are written, in all locales. */
  sources: readonly Entry[]
  /** What a topic is called, and in which language. */
  topicName(id: string): { name: string; locale: Locale }
  /** The locales that entries are written in. */
  written: readonly Locale[]
  /** The whole address of `/faq/`. */
  home: string
}

interface Speech {
  t: WidgetTranslate
  say: FaqTranslate
}

export interface LocalFaqs {
  /** The FAQ in a locale, as it is now. */
  of(locale: Locale): Promise<LocalFaq>
  /** For a page in any language: in one that has pages here, the site's own where nothing is nearer. */
  for(language: Locale): Promise<LocalFaq>
}

export function createLocalFaqs({ settings, publication, origins }: Context): LocalFaqs {
  const speeches = new Map<Locale, Promise<Speech>>()
  function speechOf(words: Locale): Promise<Speech> {
    const known = speeches.get(words) ?? speak(words)
    speeches.set(words, known)
    return known
  }
  async function of(locale: Locale): Promise<LocalFaq> {
    const { data } = settings.settings
    const words = chooseLocale([locale, data.locale], widgetLocales, 'en')
    const sources = settings.entries.data
    const entries = publication.allFor(locale)
    return {
      locale,
      lang: languageOf(words) === languageOf(locale) ? locale : words,
      ...(await speechOf(words)),
      settings: data,
      entries,
      mostRead: () =>
        publication.entriesFor(locale).mostRead.flatMap((id) => entries.find((entry) => entry.id === id) ?? []),
      sources,
      topicName: topicNames(settings, words),
      written: writtenLocales(sources),
      home: `${origins.publicUrl()}/faq/`,
    }
  }

  return {
    of,
    for(language) {
      const { entries, settings: site } = settings
      return of(meantLocale(language, writtenLocales(entries.data)) ?? site.data.locale)
    },
  }
}

/** As the owner calls it in this language, else as the site does. */
function topicNames({ settings, words, entries }: Context['settings'], locale: Locale): LocalFaq['topicName'] {
  const { topics: own = {} } = ownWordsIn(words.data, locale)
  const known = topicsOf(settings.data, entries.data)
  return (given) => {
    const id = given.toLowerCase()
    const name = own[id]
    if (name !== undefined) return { name, locale }
    return { name: known.find((topic) => topic.id === id)?.name ?? given, locale: settings.data.locale }
  }
}

async function speak(words: Locale): Promise<Speech> {
  return { t: createTranslate('widget', words, await loadWidgetWords(words)), say: translateFaq(words) }
}
