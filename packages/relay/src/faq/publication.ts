import { createSearch, localeChain, type Search, translationOf } from '@deskbell/faq'
import {
  type EntriesReply,
  type Entry,
  type Locale,
  type PublishedEntry,
  plainText,
  type RichText,
} from '@deskbell/protocol'
import type { SettingsStore } from '../store/settings-store.ts'
import { parseMarkdown } from './markdown.ts'

/** The entries as visitors get them. What was worked out for a locale is kept until the entries or the default change. */
export interface Publication {
  entriesFor(locale: Locale): EntriesReply
  searchFor(locale: Locale): Search
  /** Raised by every change: for ETags. */
  version(): number
  changed(): void
}

export function createPublication({ entries, settings }: Pick<SettingsStore, 'entries' | 'settings'>): Publication {
  const replies = new Map<string, EntriesReply>()
  const searches = new Map<string, Search>()
  const answers = new Map<string, RichText>()
  let version = Date.now()

  function parsed(markdown: string): RichText {
    const known = answers.get(markdown) ?? parseMarkdown(markdown)
    answers.set(markdown, known)
    return known
  }

  function publish(entry: Entry, chain: readonly Locale[]): PublishedEntry[] {
    const found = translationOf(entry, chain)
    if (!found) return []
    const { question, answer, keywords = [] } = found.translation
    const category = entry.category === undefined ? {} : { category: entry.category }
    return [{ id: entry.id, ...category, locale: found.locale, question, answer: parsed(answer), keywords }]
  }

  // Any tag may be asked for; only as many chains exist as there are locales, so the chain is the key.
  function chainOf(locale: Locale): Locale[] {
    const available = [...new Set(entries.data.flatMap((entry) => Object.keys(entry.translations)))]
    return localeChain(locale, settings.data.locale, available)
  }

  function entriesFor(locale: Locale): EntriesReply {
    const chain = chainOf(locale)
    const key = chain.join()
    const known = replies.get(key)
    if (known) return { ...known, locale }
    const [, ...rest] = chain
    const published = entries.data.flatMap((entry) => publish(entry, chain))
    const used = new Set(published.map((entry) => entry.locale))
    const reply = { locale, fallbacks: rest.filter((other) => used.has(other)), entries: published, isWhole: true }
    replies.set(key, reply)
    return reply
  }

  return {
    entriesFor,
    searchFor(locale) {
      const key = chainOf(locale).join()
      const known = searches.get(key)
      if (known) return known
      const searchable = entriesFor(locale).entries.map((entry) => ({ ...entry, answer: plainText(entry.answer) }))
      const search = createSearch(searchable, { locale })
      searches.set(key, search)
      return search
    },
    version: () => version,
    changed() {
      replies.clear()
      searches.clear()
      answers.clear()
      version += 1
    },
  }
}
