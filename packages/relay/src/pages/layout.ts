import { directionOf } from '@deskbell/locales'
import { type Locale, limits, type Markup } from '@deskbell/protocol'
import { toHtml } from './html.ts'
import type { LocalFaq } from './local-faq.ts'
import { nameOfLanguage } from './locales.ts'

/** Where a page lies and what it links to. Only relative ways: a proxy may have taken a path off the front. */
export interface Place {
  /** The way to `/faq/`, such as `../`. */
  up: string
  /** The page's own address below `/faq/LOCALE/`, such as `delivery-time/`. */
  path: string
  /** A file of these pages, such as `page.css`, by the address it has now. */
  file(name: string): string
}

export interface Page {
  title: string
  head: readonly Markup[]
  main: readonly Markup[]
  /** What somebody searched, to go on from. */
  query?: string
  /** The page in other languages. */
  languages?: readonly Locale[]
  /** A category, so that the widget begins with it. */
  topic?: string
}

/** The whole page: what is the same on all of them, around what is its own. */
export function drawPage(faq: LocalFaq, place: Place, page: Page): string {
  const { lang } = faq
  const html: Markup = [
    'html',
    { lang, dir: directionOf(lang) },
    ['head', {}, ...headOf(faq, place, page)],
    [
      'body',
      {},
      drawHeader(faq, place, page.query ?? ''),
      ['main', {}, ...page.main],
      drawFooter(faq, place, page),
      ['script', { async: '', src: `${place.up}../widget.js`, 'data-locale': lang, ...topicOf(page) }],
    ],
  ]
  return `<!doctype html>${toHtml(html)}`
}

const topicOf = ({ topic }: Page): Record<string, string> => (topic === undefined ? {} : { 'data-topic': topic })

function headOf({ settings }: LocalFaq, { up, file }: Place, { title, head }: Page): Markup[] {
  return [
    ['meta', { charset: 'utf-8' }],
    ['meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }],
    ['meta', { name: 'color-scheme', content: 'light dark' }],
    ['title', {}, `${title} – ${settings.siteName}`],
    ['link', { rel: 'icon', href: 'data:,' }],
    ['link', { rel: 'stylesheet', href: up + file('page.css') }],
    ['script', { type: 'module', src: up + file('page.js') }],
    ...head,
  ]
}

function drawHeader({ locale, settings, t, say }: LocalFaq, { up }: Place, query: string): Markup {
  const field = { type: 'search', name: 'q', id: 'q', maxlength: String(limits.queryLength), value: query }
  return [
    'header',
    {},
    ['a', { class: 'site', href: `${up}${locale}/` }, settings.siteName],
    [
      'form',
      { role: 'search', action: `${up}${locale}/` },
      ['label', { class: 'said', for: 'q' }, t('home.search')],
      ['input', { ...field, placeholder: t('home.search'), autocomplete: 'off' }],
      ['button', {}, say('find')],
    ],
  ]
}

/** A person is one step away on every page; with the owner's own ways where no script runs. */
function drawFooter(faq: LocalFaq, place: Place, { languages = faq.written, query = '' }: Page): Markup {
  const { t, say } = faq
  return [
    'footer',
    {},
    [
      'section',
      { id: 'ask' },
      ['h2', {}, say('unanswered')],
      ['noscript', {}, ['p', {}, say('needsScript')]],
      // Shown by the script, which opens the widget.
      ['button', { class: 'ask', type: 'button', 'data-ask': query, hidden: '' }, t('foot.askUs')],
      ...drawContact(faq),
    ],
    ...drawLanguages(faq, place, languages),
  ]
}

function drawContact({ settings: { contact } }: LocalFaq): Markup[] {
  const { email, phone, address } = contact
  const ways: Markup[] = [
    ...(email ? [['a', { href: `mailto:${email}`, dir: 'ltr' }, email] as const] : []),
    ...(phone ? [['a', { href: `tel:${phone.replace(/[^\d+]/g, '')}`, dir: 'ltr' }, phone] as const] : []),
    ...(address ? [['span', {}, address] as const] : []),
  ]
  return ways.length === 0 ? [] : [['p', { class: 'contact' }, ...ways]]
}

function drawLanguages({ locale, say }: LocalFaq, { up, path }: Place, languages: readonly Locale[]): Markup[] {
  if (languages.every((other) => other === locale)) return []
  const link = (other: Locale): Markup => [
    'li',
    {},
    [
      'a',
      {
        ...{ href: `${up}${other}/${path}`, hreflang: other, lang: other, dir: directionOf(other) },
        ...(other === locale && { 'aria-current': 'page' }),
      },
      inItself(other),
    ],
  ]
  return [['nav', { 'aria-label': say('languages') }, ['ul', {}, ...languages.map(link)]]]
}

/** A language as its speakers begin a line with it. */
function inItself(locale: Locale): string {
  const [first = '', ...rest] = nameOfLanguage(locale, locale)
  return first.toLocaleUpperCase(locale) + rest.join('')
}
