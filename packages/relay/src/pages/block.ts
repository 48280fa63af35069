import { directionOf } from '@deskbell/locales'
import type { BlockReply, Markup, MarkupElement, PublishedEntry } from '@deskbell/protocol'
import { lookProperties } from '../look.ts'
import { answerMarkup } from './answer.ts'
import { toHtml } from './html.ts'
import { anchorOf } from './index-page.ts'
import type { LocalFaq } from './local-faq.ts'
import { addressOfEntry, onlyIn, spokenIn } from './question.ts'

export interface BlockWish {
  /** A category of entries; without one, those read most, and after them in the owner's order. */
  topic?: string
  limit?: number
}

const entriesShown = 5

/** An answer block for somebody's page: what its script draws, or a server writes beforehand. */
export function drawBlock(faq: LocalFaq, wish: BlockWish): BlockReply {
  const { topic, limit = entriesShown } = wish
  const isMeant = ({ category }: PublishedEntry) => !topic || category?.toLowerCase() === topic.toLowerCase()
  const inOrder = topic ? faq.entries : [...new Set([...faq.mostRead(), ...faq.entries])]
  const entries = inOrder.filter(isMeant).slice(0, limit)
  const { lang, settings } = faq
  return {
    markup: [
      'section',
      {
        ...{ class: 'block', lang, dir: directionOf(lang), 'aria-label': faq.say('answers') },
        ...(entries.length > 0 && item('FAQPage')),
      },
      ...entries.map((entry) => drawEntry(faq, entry)),
      drawFoot(faq, topic),
    ],
    look: lookProperties(settings),
  }
}

/**
 * The same as HTML, to be put into a page by its server. `stylesheet`: its whole address. The shadow root is declared, so it
 * looks as it will from the first moment, with no script; the script finds it and leaves it as it is.
 */
export function writeBlock(faq: LocalFaq, wish: BlockWish, stylesheet: string): string {
  const { markup } = drawBlock(faq, wish)
  const { topic, limit } = wish
  const asked = { locale: faq.locale, ...(topic && { topic }), ...(limit !== undefined && { limit: String(limit) }) }
  const root = [
    'template',
    { shadowrootmode: 'open' },
    ['link', { rel: 'stylesheet', href: stylesheet }],
    markup,
  ] as const
  return toHtml(['deskbell-faq', asked, root])
}

/** What is on screen says itself what it is (schema.org as microdata): a script with data would need leave of trusted types. */
function item(type: 'FAQPage' | 'Question' | 'Answer'): Record<string, string> {
  return { itemscope: '', itemtype: `https://schema.org/${type}` }
}

function drawEntry(faq: LocalFaq, entry: PublishedEntry): MarkupElement {
  const { id, locale, question, answer } = entry
  const own = spokenIn(locale, faq.lang)
  const text = { class: 'rich-text', itemprop: 'text', ...own }
  return [
    'details',
    {
      ...{ itemprop: 'mainEntity', ...item('Question'), itemid: addressOfEntry(faq, entry) },
      ...{ 'data-entry': id, 'data-locale': locale },
    },
    ['summary', {}, ['span', { itemprop: 'name', ...own }, question]],
    [
      'div',
      { class: 'answer', itemprop: 'acceptedAnswer', ...item('Answer') },
      ['div', text, ...answerMarkup(answer)],
      ...onlyIn(faq, locale),
    ],
  ]
}

/** A person is reached in the page's widget; where there is none, on the page of all answers. */
function drawFoot({ home, locale, say, t }: LocalFaq, topic?: string): Markup {
  const index = `${home}${locale}/`
  const anchor = topic ? `#${encodeURIComponent(anchorOf(topic))}` : ''
  return [
    'p',
    { class: 'foot' },
    ['a', { href: `${index}${anchor}` }, say('all')],
    ['a', { class: 'ask', href: `${index}#ask` }, t('foot.askUs')],
  ]
}
