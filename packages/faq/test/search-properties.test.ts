import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSearch, markMatches, snippetOf } from '../src/index.ts'
import { shopIn } from './shop.ts'

const shop = shopIn('en', 'de', 'ru', 'ja', 'ar')
const search = createSearch(shop, { locale: 'en' })
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...shop.map(({ question }) => question), ' ', '送', 'li', '’', '\ud83d'), { maxLength: 4 })
    .map((parts) => parts.join('')),
)
const locale = fc.constantFrom('en', 'de', 'ru', 'ja', 'ar', 'zz', '', 'constructor')

describe('for any text a visitor may type', () => {
  it('gives results in order, each entry once, no more than asked for', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 9 }), (query, limit) => {
        for (const found of [search.search(query, limit), search.nearest(query, limit)]) {
          const scores = found.map(({ score }) => score)
          expect(scores).toEqual(scores.toSorted((one, other) => other - one))
          expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
          expect(found.length).toBeLessThanOrEqual(limit)
        }
      }),
    )
  })

  it('marks pieces that are the text again when put together', () => {
    fc.assert(
      fc.property(anyText, anyText, locale, (text, query, tag) => {
        const pieces = markMatches(text, query, tag)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.every((piece) => piece.text !== '')).toBe(true)
      }),
    )
  })

  it('cuts a snippet out of the answer, no longer than asked for', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 4, max: 40 }), (answer, query, length) => {
        const snippet = snippetOf(answer, query, length)
        expect(snippet.length).toBeLessThanOrEqual(length + 2)
        expect(answer).toContain(snippet.replace(/^…|…$/g, ''))
      }),
    )
  })

  it('indexes any entries', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), anyText, locale, (texts, query, tag) => {
        const entries = texts.map((text, at) => ({
          id: `${at}`,
          locale: tag,
          question: text,
          answer: text,
          keywords: [text],
        }))
        createSearch(entries, { locale: 'en' }).search(query, 3)
      }),
    )
  })
})

describe('in a set of different questions', () => {
  it('puts an entry first when its very question is asked', () => {
    const things = [
      'invoice',
      'password',
      'voucher',
      'warranty',
      'newsletter',
      'parcel',
      'exchange',
      'gift card',
      'size',
    ]
    const shapes = [
      'Where is my THING?',
      'How do I cancel the THING?',
      'Can I change a THING later?',
      'What does a THING cost?',
    ]
    const questions = things.flatMap((thing) => shapes.map((shape) => shape.replace('THING', thing)))
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...questions), { minLength: 1 }), (asked) => {
        const entries = asked.map((question) => ({ id: question, locale: 'en', question, answer: '', keywords: [] }))
        const engine = createSearch(entries, { locale: 'en' })
        for (const question of asked) expect(engine.search(question, 1)[0]?.id).toBe(question)
      }),
    )
  })
})
