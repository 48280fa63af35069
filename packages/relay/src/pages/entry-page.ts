import { type Markup, type PublishedEntry, plainText } from '@deskbell/protocol'
import { answerMarkup } from './answer.ts'
import { keptPage } from './head.ts'
import { dataScript, toHtml } from './html.ts'
import { anchorOf, listEntries } from './index-page.ts'
import type { Page } from './layout.ts'
import type { LocalFaq } from './local-faq.ts'
import { writtenLocales } from './locales.ts'
import { addressOfEntry, onlyIn, spokenIn } from './question.ts'

/** As many others of the category as are listed below an answer. */
const relatedListed = 5

/** One question with its answer. Where it is not translated, the page says so, and that of its own language counts. */
export function entryPage(faq: LocalFaq, entry: PublishedEntry): Page {
  const { id, locale, question, answer, category } = entry
  const locales = writtenLocales(faq.sources.filter((source) => source.id === id))
  const says = plainText(answer)
  return {
    title: question,
    languages: locales,
    head: [...keptPage(faq, `${id}/`, { says, main: locale, locales }), dataScript(faqData(faq, entry))],
    main: [
      drawWayBack(faq, category),
      [
        'article',
        spokenIn(locale, faq.lang),
        ['h1', {}, question],
        ['div', { class: 'rich-text' }, ...answerMarkup(answer, 'h2')],
      ],
      ...onlyIn(faq, locale),
      ...drawRelated(faq, entry),
    ],
    ...(category !== undefined && { topic: category }),
  }
}

function drawWayBack({ say }: LocalFaq, category?: string): Markup {
  const anchor = category === undefined ? '' : `#${encodeURIComponent(anchorOf(category))}`
  return ['p', { class: 'way-back' }, ['a', { href: `../${anchor}` }, say('all')]]
}

function drawRelated(faq: LocalFaq, { id, category = '' }: PublishedEntry): Markup[] {
  if (category === '') return []
  const isRelated = (other: PublishedEntry) =>
    other.id !== id && other.category?.toLowerCase() === category.toLowerCase()
  const related = faq.entries.filter(isRelated).slice(0, relatedListed)
  if (related.length === 0) return []
  return [['section', { class: 'related' }, ['h2', {}, faq.say('related')], listEntries(faq, related, '../')]]
}

/** What the page answers, as schema.org has it (`FAQPage`). Of HTML, the answer has the elements it is drawn with. */
function faqData(faq: LocalFaq, entry: PublishedEntry): object {
  const text = answerMarkup(entry.answer).map(toHtml).join('')
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        '@id': addressOfEntry(faq, entry),
        name: entry.question,
        acceptedAnswer: { '@type': 'Answer', text },
      },
    ],
  }
}
