import type { Markup, PublishedEntry } from '@deskbell/protocol'
import { keptPage } from './head.ts'
import type { Page } from './layout.ts'
import type { LocalFaq } from './local-faq.ts'
import { onlyIn, spokenIn } from './question.ts'

/** All questions, by category. */
export function indexPage(faq: LocalFaq): Page {
  const { say, entries, written, settings, locale } = faq
  const title = say('answers')
  const main = written.includes(locale) ? locale : (entries[0]?.locale ?? locale)
  const groups = byCategory(entries)
  return {
    title,
    head: keptPage(faq, '', { says: say('about', { site: settings.siteName }), main, locales: written }),
    main: [
      ['h1', {}, title],
      ...(entries.length === 0 ? [['p', {}, say('empty')] as const] : []),
      ['div', { class: 'categories' }, ...groups.map((group) => drawGroup(faq, group, groups.length > 1))],
    ],
  }
}

/** The address of a category on the index. */
export function anchorOf(category: string): string {
  return category.toLowerCase().replace(/\s+/g, '-')
}

/** A list of questions, each the way to its answer. `way`: from the page to those of entries. */
export function listEntries(faq: LocalFaq, entries: readonly PublishedEntry[], way: string): Markup {
  const row = ({ id, locale, question }: PublishedEntry): Markup => [
    'li',
    {},
    ['a', { href: `${way}${id}/`, ...spokenIn(locale, faq.lang) }, question],
    ...onlyIn(faq, locale),
  ]
  return ['ul', { class: 'entries' }, ...entries.map(row)]
}

interface Group {
  category: string
  entries: PublishedEntry[]
}

/** In the owner's order; what has no category comes last. */
function byCategory(entries: readonly PublishedEntry[]): Group[] {
  const groups = new Map<string, Group>()
  for (const entry of entries) {
    const { category = '' } = entry
    const group = groups.get(category.toLowerCase()) ?? { category, entries: [] }
    groups.set(category.toLowerCase(), group)
    group.entries.push(entry)
  }
  return [...groups.values()].sort((one, other) => Number(one.category === '') - Number(other.category === ''))
}

function drawGroup(faq: LocalFaq, { category, entries }: Group, isNamed: boolean): Markup {
  const list = listEntries(faq, entries, '')
  if (!isNamed) return ['section', {}, list]
  if (category === '') return ['section', {}, ['h2', {}, faq.say('other')], list]
  const { name, locale } = faq.topicName(category)
  return ['section', { id: anchorOf(category) }, ['h2', {}, ['span', spokenIn(locale, faq.lang), name]], list]
}
