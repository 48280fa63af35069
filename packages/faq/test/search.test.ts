import { describe, expect, it } from 'vitest'
import { createSearch, createSearchInSlices, loadLexicons } from '../src/index.ts'
import { shopIn } from './shop.ts'

const lexicons = await loadLexicons(['en', 'de', 'ru', 'ja', 'ar'])

const english = createSearch(shopIn('en'), { locale: 'en', lexicons })
const german = createSearch(shopIn('de', 'en'), { locale: 'de', lexicons })
const russian = createSearch(shopIn('ru', 'en'), { locale: 'ru', lexicons })
const japanese = createSearch(shopIn('ja', 'en'), { locale: 'ja', lexicons })
const first = (search: typeof english, query: string) => search.search(query, 3)[0]

describe('what Anna types in her own language', () => {
  it.each([
    ['forgets the question mark', 'how long does delivery take', 'delivery-time'],
    ['is still typing', 'forgotten pass', 'password'],
    ['slips on a key', 'invioce', 'invoice'],
    ['leaves a letter out', 'pasword', 'password'],
    ['uses another form of the word', 'returning items', 'return'],
    ['uses a keyword only', 'receipt', 'invoice'],
    ['shouts', 'INVOICE!!!', 'invoice'],
    ['knows a word of the answer', 'warehouse', 'address'],
  ])('is found when she %s', (_, query, id) => {
    expect(first(english, query)?.id).toBe(id)
  })

  it('finds German without umlauts and with them spelled out', () => {
    expect(first(german, 'grosse')?.id).toBe('sizes')
    expect(first(german, 'groesse')?.id).toBe('sizes')
    expect(first(german, 'zuruck')?.id).toBe('return')
  })

  it('finds Russian with and without the dots of yo', () => {
    expect(first(russian, 'счет')?.id).toBe('invoice')
    expect(first(russian, 'счёт')?.id).toBe('invoice')
  })

  it('finds by one Japanese sign and by a word inside a sentence', () => {
    expect(first(japanese, '返')?.id).toBe('return')
    expect(first(japanese, '配送日数')?.id).toBe('delivery-time')
  })

  it('answers from the first letter', () => {
    const found = english.search('p', 5)
    expect(found[0]?.id).toBe('password')
  })
})

describe('what Boris types on another keyboard', () => {
  it('reads Russian typed in the English layout', () => {
    expect(first(russian, 'ljcnfdrf')).toMatchObject({ id: 'delivery-time', locale: 'ru' })
    expect(first(russian, 'Djpdhfn')?.id).toBe('return')
  })

  it('reads English typed in the Russian layout', () => {
    expect(first(english, 'штмщшсу')?.id).toBe('invoice')
  })

  it('reads German typed with y and z swapped', () => {
    expect(first(german, 'yurück')?.id).toBe('return')
  })

  it('reads Arabic typed in the English layout', () => {
    const arabic = createSearch(shopIn('ar'), { locale: 'ar', lexicons })
    expect(first(arabic, 'hgj,wdg')?.id).toBe('delivery-time')
  })

  it('reads Russian and Arabic written in Latin letters', () => {
    const arabic = createSearch(shopIn('ar'), { locale: 'ar', lexicons })
    expect(first(russian, 'skolko zanimaet dostavka')?.id).toBe('delivery-time')
    expect(first(russian, 'schet')?.id).toBe('invoice')
    expect(first(arabic, 'altawsil')?.id).toBe('delivery-time')
  })
})

describe('entries that are bare titles', () => {
  const titled = (title: string, answer: string) => ({ id: title, locale: 'en', question: title, answer, keywords: [] })
  const titles = ['Voucher expiry', 'Opening hours', 'Lost parcel', 'Gift wrapping', 'Student discount']

  it('are found by fewer of a question’s words than entries with answers', () => {
    const answer = 'Our colleagues look after this on every working day, wherever a customer may live.'
    const found = (text: string) =>
      createSearch(
        titles.map((title) => titled(title, text)),
        { locale: 'en', lexicons },
      ).search('can my nephew have the student price', 1)
    expect(found('')).toMatchObject([{ id: 'Student discount' }])
    expect(found(answer)).toEqual([])
  })

  it('are read in Latin letters like others', () => {
    const entries = shopIn('ru').map((entry) => ({ ...entry, answer: '', keywords: [] }))
    expect(first(createSearch(entries, { locale: 'ru', lexicons }), 'dostavka')?.id).toBe('delivery-time')
  })
})

describe('a query with no answer', () => {
  it.each(['weather tomorrow', 'xkcd qwrtz', 'hotel booking', '???', '', '   ', '🦆'])('turns down "%s"', (query) => {
    expect(english.search(query, 5)).toEqual([])
  })

  it('turns it down in other scripts too', () => {
    expect(russian.search('погода завтра', 5)).toEqual([])
    expect(japanese.search('明日の天気', 5)).toEqual([])
  })

  it('still names entries near to it', () => {
    expect(english.search('voice assistants', 5)).toEqual([])
    expect(english.nearest('voice assistants', 1)).toMatchObject([{ id: 'invoice', locale: 'en' }])
  })

  it('has nothing near to nonsense', () => {
    expect(english.nearest('zzzz', 5)).toEqual([])
  })

  it('has none in an empty FAQ', () => {
    const empty = createSearch([], { locale: 'en', lexicons })
    expect(empty.search('delivery', 5)).toEqual([])
    expect(empty.nearest('delivery', 5)).toEqual([])
  })
})

describe('entries in another language', () => {
  it('are found in the language they are asked in, and say so', () => {
    expect(first(german, 'forgotten password')).toMatchObject({ id: 'password', locale: 'en' })
    expect(first(german, 'delivery address')).toMatchObject({ id: 'address', locale: 'en' })
  })

  it('are found by Mara on the English page of a shop that writes German only', () => {
    const search = createSearch(shopIn('de'), { locale: 'en', lexicons })
    expect(first(search, 'Rechnung')).toMatchObject({ id: 'invoice', locale: 'de' })
    expect(search.search('weather tomorrow', 5)).toEqual([])
  })

  it('give way to the page’s own when both match alike', () => {
    const both = ['de', 'en'].map((locale) => ({ id: 'x', locale, question: 'Express', answer: '', keywords: [] }))
    expect(createSearch(both, { locale: 'en', lexicons }).search('express', 5)).toMatchObject([
      { id: 'x', locale: 'en' },
    ])
    expect(createSearch(both, { locale: 'de', lexicons }).search('express', 5)).toMatchObject([
      { id: 'x', locale: 'de' },
    ])
  })

  it('count as the page’s own when only the region differs', () => {
    const search = createSearch(shopIn('de'), { locale: 'de-AT', lexicons })
    const same = createSearch(shopIn('de'), { locale: 'de', lexicons })
    expect(search.search('rechnung', 1)).toEqual(same.search('rechnung', 1))
  })

  it('keep an entry to one result', () => {
    const ids = german.search('express delivery lieferung', 10).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('indexing in slices', () => {
  it('finds what indexing at once finds, and pauses in between', async () => {
    let pauses = 0
    const pause = async () => {
      pauses++
    }
    const sliced = await createSearchInSlices(shopIn('ru', 'en'), { locale: 'ru', lexicons, pause })
    expect(pauses).toBeGreaterThan(3)
    for (const query of ['доставка', 'ljcnfdrf', 'invoice', 'vozvrat'])
      expect(sliced.search(query, 5)).toEqual(russian.search(query, 5))
  })

  it('fails when the pause does', async () => {
    const pause = () => Promise.reject(new Error('page closed'))
    await expect(createSearchInSlices(shopIn('en'), { locale: 'en', lexicons, pause })).rejects.toThrow('page closed')
  })
})

describe('letters that mean nothing', () => {
  it.each([
    ['Russian', russian],
    ['Japanese', japanese],
    ['Arabic', createSearch(shopIn('ar'), { locale: 'ar', lexicons })],
  ])('sound like no answer in %s', (_, search) => {
    for (const query of ['xyzzy qwfp', 'zzzz', 'brrr', 'hello', 'foo bar', 'hi'])
      expect(search.search(query, 1), query).toEqual([])
  })
})
