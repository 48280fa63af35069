import type { Entry, EntryReads, PublishedEntry, SearchGroup, UsedWording } from '@deskbell/protocol'
import type { Routes } from './relay-double.ts'

export const customs: Entry = {
  id: 'customs',
  category: 'delivery',
  translations: {
    en: { question: 'Do I pay customs duties?', answer: 'Not **inside** the Union.' },
    de: { question: 'Zahle ich Zoll?', answer: 'In der Union nicht.' },
  },
}
export const refund: Entry = {
  id: 'refund',
  category: 'returns',
  translations: { en: { question: 'When is my refund there?', answer: 'Within five days.', keywords: ['money back'] } },
}

/** An entry as visitors of a locale get it, its answer one paragraph. */
export function published({ id, translations }: Entry, locale: string): PublishedEntry {
  const own = translations[locale] ? locale : 'en'
  const { question = '', answer = '', keywords = [] } = translations[own] ?? {}
  const text = answer.replaceAll('*', '')
  return { id, locale: own, question, keywords, answer: [{ kind: 'paragraph', children: [{ kind: 'text', text }] }] }
}

export const giftCards: SearchGroup = {
  kind: 'nothing-found',
  locale: 'en',
  query: 'gift card balance',
  alike: ['giftcard balance'],
  count: 28,
  lastDay: '2026-11-20',
}

export const lateMoney: UsedWording = {
  entryId: 'refund',
  locale: 'en',
  wording: 'where is my money',
  count: 12,
  isByHand: false,
}

interface Given {
  entries?: readonly Entry[]
  groups?: readonly SearchGroup[]
  wordings?: readonly UsedWording[]
  reads?: readonly EntryReads[]
}

/** A relay with an FAQ; it takes whatever entry it is given. */
export function faqRoutes({ entries = [customs, refund], groups = [], wordings = [], reads = [] }: Given = {}): Routes {
  const all = entries.map((entry) => published(entry, 'en'))
  return {
    'GET /api/all-entries': { body: { entries } },
    'GET /api/outdated-entries': { body: {} },
    'GET /api/settings': { body: { locale: 'en' } },
    'GET /api/entries': { body: { locale: 'en', fallbacks: [], entries: all, mostRead: [], isWhole: true } },
    'GET /api/searches': { body: { groups } },
    'GET /api/reads': { body: { reads } },
    'GET /api/wordings': { body: { wordings } },
    'POST /api/entries/preview': (body) => ({ body: { tree: tree((body as { markdown: string }).markdown) } }),
    'POST /api/searches/dismiss': { body: null },
    'PUT /api/wordings': { body: null },
    'DELETE /api/wordings': { body: null },
    ...Object.fromEntries(
      entries.flatMap(({ id }) => [
        [`PUT /api/entries/${id}`, (body: unknown) => ({ body })],
        [`DELETE /api/entries/${id}`, { body: null }],
      ]),
    ),
  }
}

function tree(markdown: string) {
  return [{ kind: 'paragraph', children: [{ kind: 'strong', children: [{ kind: 'text', text: markdown }] }] }]
}
