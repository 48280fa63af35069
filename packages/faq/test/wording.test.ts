import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedWording, knownWordsOf, wordingOf } from '../src/index.ts'

describe('a wording', () => {
  it('is folded words without the signs around them', () => {
    expect(wordingOf('  Wo ist mein Päckchen?! ', { locale: 'de' })).toBe('wo ist mein packchen')
    expect(wordingOf("can't open, the “lid”", { locale: 'en' })).toBe("can't open the lid")
  })

  it.each([
    ['en', 'where is order #HC-7K2QM 12345', 'where is order'],
    ['en', 'call me on +47 (55) 01-20 40 about a refund', 'call me on about a refund'],
    ['de', 'Rechnung an anna.berg@holm.example schicken', 'rechnung an schicken'],
    ['en', 'broken plate https://shop.example/o?id=anna', 'broken plate'],
    ['ja', '注文番号12345の配送', '注文番号 の配送'],
    ['zh', '发票发到wang@holm.example可以吗', '发票发到 可以吗'],
  ])('in %s has no numbers, e-mail addresses and links', (locale, text, wording) => {
    expect(wordingOf(text, { locale })).toBe(wording)
  })

  it.each([
    ['en', 'my name is Anna Berg and my plate broke', 'and my plate broke'],
    ['en', 'parcel for Mrs Berg lost', 'parcel for lost'],
    ['de', 'Paket für Frau Berg verloren', 'paket fur verloren'],
    ['de', 'ich heiße Anna, wo ist mein Paket', 'wo ist mein paket'],
    ['fr', "je m'appelle anna colis perdu", 'colis perdu'],
    ['ru', 'меня зовут Анна Берг, где посылка', 'где посылка'],
    ['ja', '田中さんの返品方法', 'の返品方法'],
    ['zh', '我叫王小明 想退货', '想退货'],
    ['ar', 'السيد حسن طلب ضائع', 'طلب ضايع'],
  ])('in %s has no name that is said to be one', (locale, text, wording) => {
    expect(wordingOf(text, { locale })).toBe(wording)
  })

  it.each([
    ['en', 'delivery to 12 Baker Street please', 'delivery to please'],
    ['de', 'lieferung hauptstraße 7 möglich', 'lieferung moglich'],
    ['fr', 'livraison 12 rue de la paix demain', 'livraison demain'],
    ['es', 'entrega en calle del sol 4 gratis', 'entrega en gratis'],
    ['ja', '東京都渋谷区1-2-3に届きますか', 'に届きますか'],
  ])('in %s has no postal address', (locale, text, wording) => {
    expect(wordingOf(text, { locale })).toBe(wording)
  })

  it('has no capitalised words together that the site does not use', () => {
    const known = knownWordsOf(['Can I pay with a Gift Card?'])
    expect(wordingOf('order of Anna Berg delayed', { locale: 'en', known })).toBe('order of delayed')
    expect(wordingOf('is the Gift Card delayed', { locale: 'en', known })).toBe('is the gift card delayed')
    expect(wordingOf('can I pay with Klarna', { locale: 'en', known })).toBe('can i pay with klarna')
    expect(wordingOf('ship to 5020 Bergen soon', { locale: 'en', known })).toBe('ship to soon')
    expect(wordingOf('Track My Order', { locale: 'en', known })).toBe('track my order')
    expect(wordingOf('Kratzer am Boden Kaffeetasse', { locale: 'de', known })).toBe('kratzer am boden kaffeetasse')
  })

  it('keeps ordinary words that also stand before names or in streets', () => {
    expect(wordingOf('pan handle loose', { locale: 'en' })).toBe('pan handle loose')
    expect(wordingOf('für meine frau bestellen', { locale: 'de' })).toBe('fur meine frau bestellen')
    expect(wordingOf('via bank transfer', { locale: 'en' })).toBe('via bank transfer')
    expect(wordingOf('お客様センター', { locale: 'ja' })).toBe('お客様センター')
  })

  it('given by hand keeps its numbers and names', () => {
    expect(foldedWording(' 24h «Klarna»,  Größe 42! ')).toBe('24h klarna grosse 42')
  })

  it('is none where nothing telling is left', () => {
    for (const text of ['', '???', '12345', 'anna@holm.example', 'where is my', 'x'.repeat(201)])
      expect(wordingOf(text, { locale: 'en', stops: 'where is my' })).toBeUndefined()
  })

  it('has no figure and no e-mail whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('en', 'de', 'ja', 'ar'),
        (text, locale) => {
          const wording = wordingOf(text, { locale })
          if (wording === undefined) return
          expect(wording).not.toMatch(/[\p{Nd}@]/u)
        },
      ),
    )
  })

  it('costs little on hostile input', () => {
    const hostile = ['県'.repeat(200), 'ア'.repeat(200), '@'.repeat(200), '1a'.repeat(100), 'A '.repeat(100)]
    // The fastest of some runs: what it costs, whatever else the machine does.
    const times = Array.from({ length: 5 }, () => {
      const began = performance.now()
      for (const text of hostile) wordingOf(text, { locale: 'ja', known: new Set() })
      return performance.now() - began
    })
    expect(Math.min(...times)).toBeLessThan(200)
  })
})
