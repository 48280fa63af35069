import { describe, expect, it } from 'vitest'
import { markMatches, snippetOf } from '../src/index.ts'

const marked = (text: string, query: string, locale: string) =>
  markMatches(text, query, locale)
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('')

describe('marking what matched', () => {
  const cases = [
    ['whole words', 'Where is my invoice?', 'invoice', 'en', 'Where is my [invoice]?'],
    ['the word Anna is typing', 'How long does delivery take?', 'how deli', 'en', 'How long does [delivery] take?'],
    ['another form of the word', 'How do I return an item?', 'returning', 'en', 'How do I [return] an item?'],
    ['through a slip of the finger', 'Forgotten password', 'passwrod', 'en', 'Forgotten [password]'],
    ['a word inside a compound', 'Die Lieferadresse ändern', 'adresse', 'de', 'Die [Lieferadresse] ändern'],
    [
      'letters with marks for those without',
      'Übergrößen, Straße',
      'ubergrossen strasse',
      'de',
      '[Übergrößen], [Straße]',
    ],
    ['what was typed in another layout', 'Сколько идёт доставка?', 'ljcnfdrf', 'ru', 'Сколько идёт [доставка]?'],
    ['the signs shared in Japanese', '海外への配送はできますか', '配送日数', 'ja', '海外への[配送]はできますか'],
    ['one sign', '海外配送', '送', 'ja', '海外配[送]'],
  ].map(([what = '', text = '', query = '', locale = '', expected]) => ({ what, text, query, locale, expected }))

  it.each(cases)('marks $what', ({ text, query, locale, expected }) => {
    expect(marked(text, query, locale)).toBe(expected)
  })

  it('passes over words that say nothing, unless there are no others', () => {
    expect(marked('How do I find the invoice?', 'the invoice', 'en')).toBe('How do I find the [invoice]?')
    expect(marked('Where is the invoice?', 'where', 'en')).toBe('[Where] is the invoice?')
  })

  it('marks nothing in a text that has nothing of the query', () => {
    expect(markMatches('Where is my invoice?', 'parcel', 'en')).toEqual([
      { text: 'Where is my invoice?', isMatch: false },
    ])
    expect(markMatches('', 'parcel', 'en')).toEqual([])
  })
})

describe('the snippet of an answer', () => {
  const answer =
    'We ship within one working day and most orders arrive in two to four days. On public holidays nobody works in the warehouse. ' +
    'If your parcel is late, write to us with the number of the order and we look for it at once, whatever the weather.'

  it('is the whole answer when it is short', () => {
    expect(snippetOf('Within two days.', 'days', 140)).toBe('Within two days.')
  })

  it('begins at the beginning when nothing matches', () => {
    expect(snippetOf(answer, 'voucher', 60, 'en')).toBe('We ship within one working day and most orders arrive in two…')
  })

  it('holds the words searched for, cut between words', () => {
    const snippet = snippetOf(answer, 'late parcel', 90, 'en')
    expect(snippet).toMatch(/^….*parcel is late,.*…$/)
    expect(answer).toContain(snippet.slice(1, -1))
    expect(` ${answer} `).toContain(` ${snippet.slice(1, -1)} `)
  })

  it('cuts between signs where there are no spaces', () => {
    const text =
      '荷物が届かないときは配送状況をお調べいたしますので、まずは注文番号をご確認ください。ありがとうございます。'
    expect(snippetOf(text, '注文番号', 20, 'ja')).toMatch(/^….*注文番号.*…$/)
  })
})
