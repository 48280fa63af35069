import type { Locale } from '@deskbell/protocol'
import Turndown from 'turndown'
import { wording } from '../wording.ts'
import type { ReadFile } from './pieces.ts'

interface Asked {
  question: string
  answer: HTMLElement
}

/**
 * Reads the questions of a page that says them as schema.org `FAQPage`, in JSON-LD or in microdata. The page is parsed without a
 * window: nothing in it runs or is loaded. Its language is `locale` where it names none.
 */
export function readPage(source: string, locale: Locale): ReadFile {
  const page = new DOMParser().parseFromString(source, 'text/html')
  const asked = [...inJsonLd(page), ...inMicrodata(page)]
  if (asked.length === 0) return { why: wording('entryImport.noFaqPage') }
  const language = page.documentElement.lang || locale
  const toMarkdown = createToMarkdown(baseOf(page))
  return {
    pieces: asked.map(({ question, answer }, index) => ({
      at: wording('entryImport.pageQuestion', { number: index + 1 }),
      entry: {
        id: undefined,
        translations: { [language]: { question, answer: toMarkdown(answer) } },
      },
    })),
  }
}

function inJsonLd(page: Document): Asked[] {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) => {
    try {
      return askedIn(JSON.parse(textContent ?? ''))
    } catch {
      // One block that is no JSON says nothing about the others.
      return []
    }
  })
}

/** Every `Question` with its answer, however deep: pages nest them in lists, `@graph` and `mainEntity`. */
function askedIn(value: unknown): Asked[] {
  if (Array.isArray(value)) return value.flatMap(askedIn)
  if (typeof value !== 'object' || value === null) return []
  const node = value as Readonly<Record<string, unknown>>
  if (![node['@type']].flat().includes('Question')) return Object.values(node).flatMap(askedIn)
  const [answer] = [node.acceptedAnswer].flat() as [{ text?: unknown } | undefined]
  return [{ question: textIn(bodyOf(node.name)), answer: bodyOf(answer?.text) }]
}

function inMicrodata(page: Document): Asked[] {
  return [...page.querySelectorAll('[itemtype$="schema.org/Question"]')].map((node) => ({
    question: textIn(node.querySelector('[itemprop="name"]')),
    answer: node.querySelector<HTMLElement>('[itemprop="acceptedAnswer"] [itemprop="text"]') ?? bodyOf(''),
  }))
}

/** Where links without a host lead; undefined where the page does not say where it stands. */
function baseOf(page: Document): string | undefined {
  return page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined
}

function textIn(element: Element | null): string {
  return element?.textContent ?? ''
}

function bodyOf(html: unknown): HTMLElement {
  return new DOMParser().parseFromString(String(html ?? ''), 'text/html').body
}

function createToMarkdown(base: string | undefined): (answer: HTMLElement) => string {
  const turndown = new Turndown({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' })
  turndown.remove(['script', 'style', 'noscript', 'iframe'])
  return (answer) => {
    // Without a tag it is plain text, whose lines HTML would run together.
    if (answer.children.length === 0) return textIn(answer)
    for (const link of answer.querySelectorAll('a[href]')) link.setAttribute('href', addressOf(link, base))
    return turndown.turndown(answer)
  }
}

function addressOf(link: Element, base: string | undefined): string {
  const href = link.getAttribute('href') ?? ''
  try {
    return new URL(href, base).href
  } catch {
    // It leads nowhere without the page's own address.
    return href
  }
}
