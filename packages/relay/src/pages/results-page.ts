import { type Lexicons, markMatches, snippetOf } from '@deskbell/faq'
import { type Locale, type Markup, type PublishedEntry, plainText, type SearchReply } from '@deskbell/protocol'
import { notKept } from './head.ts'
import { listEntries } from './index-page.ts'
import type { Page } from './layout.ts'
import type { LocalFaq } from './local-faq.ts'
import { onlyIn, spokenIn } from './question.ts'

/** About two lines of a result, in UTF-16 units. */
const snippetLength = 160

interface Found extends SearchReply {
  query: string
  lexicons: Lexicons
  /** It has been noted that this query found nothing. */
  isNoted: boolean
}

/** What was found for a query; where nothing was, what is near, and a person. */
export function resultsPage(faq: LocalFaq, found: Found): Page {
  const { say, t } = faq
  const { query, results } = found
  const title = results.length > 0 ? say('results', { query }) : t('results.none', { query })
  return {
    title,
    query,
    languages: [],
    head: [notKept],
    main: [
      ['p', { class: 'way-back' }, ['a', { href: './' }, say('all')]],
      ['h1', {}, title],
      ...(results.length > 0 ? [drawResults(faq, found)] : drawNothing(faq, found)),
    ],
  }
}

function drawResults(faq: LocalFaq, { query, results, lexicons }: Found): Markup {
  const marked = (text: string, locale: Locale): Markup[] =>
    markMatches(text, query, locale, lexicons).map((piece) => (piece.isMatch ? ['mark', {}, piece.text] : piece.text))
  const row = ({ id, locale, question, answer }: PublishedEntry): Markup => {
    const own = spokenIn(locale, faq.lang)
    const snippet = snippetOf(plainText(answer), query, snippetLength, locale)
    return [
      'li',
      {},
      ['a', { href: `${id}/`, ...own }, ...marked(question, locale)],
      ...onlyIn(faq, locale),
      ['p', own, ...marked(snippet, locale)],
    ]
  }
  return ['ul', { class: 'entries results' }, ...results.map(row)]
}

function drawNothing(faq: LocalFaq, { near, isNoted }: Found): Markup[] {
  const { t } = faq
  return [
    ...(isNoted ? [['p', {}, t('results.noted')] as const] : []),
    ...(near.length > 0 ? [['h2', {}, t('results.near')] as const, listEntries(faq, near, '')] : []),
  ]
}

/** More searches came from one address than the relay takes. */
export function busyPage({ t, say }: LocalFaq, query: string): Page {
  const title = t('refusal.rate-limited')
  return {
    title,
    query,
    languages: [],
    head: [notKept],
    main: [
      ['h1', {}, title],
      ['p', {}, ['a', { href: './' }, say('all')]],
    ],
  }
}
