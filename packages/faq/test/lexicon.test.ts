import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSearch, type Lexicons, loadLexicons } from '../src/index.ts'
import { shopIn } from './shop.ts'

const folder = new URL('../src/lexicons/', import.meta.url)
const files = readdirSync(folder)
const languages = files.map((file) => file.replace('.json', ''))
const lexicons = await loadLexicons(languages)
const first = (locale: string, known: Lexicons, query: string) =>
  createSearch(shopIn('en', 'de'), { locale, lexicons: known }).search(query, 1)[0]

describe('the lexicons', () => {
  it('are there in sixteen languages, each with the same concepts', () => {
    expect(Object.keys(lexicons).sort()).toEqual([...languages].sort())
    expect(languages).toHaveLength(16)
    const counts = new Set(Object.values(lexicons).map(({ concepts }) => concepts.length))
    expect(counts.size).toBe(1)
  })

  it.each(files)('%s has words for every concept, none twice in one, none without letters', (file) => {
    const { concepts, stops } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    for (const line of [stops, ...concepts]) {
      const words = line.split(' ')
      expect(new Set(words).size, line).toBe(words.length)
      for (const word of words) expect(word, line).toMatch(/^[\p{L}\p{M}\p{N}._-]+$/u)
    }
  })

  it('load for the languages asked for, and pass over others', async () => {
    expect(Object.keys(await loadLexicons(['de-AT', 'de', 'xx', 'constructor']))).toEqual(['de'])
  })
})

describe('a search that knows what words mean', () => {
  it('finds an entry none of whose words were said', () => {
    const words = 'reimbursement'
    const entries = [
      { id: 'money', locale: 'en', question: 'Refunds', answer: '', keywords: [] },
      { id: 'hours', locale: 'en', question: 'When are you open?', answer: '', keywords: [] },
    ]
    expect(createSearch(entries, { locale: 'en' }).search(words, 1)).toEqual([])
    expect(createSearch(entries, { locale: 'en', lexicons }).search(words, 1)[0]?.id).toBe('money')
  })

  it('lets English words find what a shop has written in German only', () => {
    const german = createSearch(shopIn('de'), { locale: 'en', lexicons })
    expect(german.search('receipt', 1)).toMatchObject([{ id: 'invoice', locale: 'de' }])
    expect(german.search('send back', 1)).toMatchObject([{ id: 'return', locale: 'de' }])
  })

  it('still finds the very words without its lexicons', () => {
    for (const known of [lexicons, {}]) expect(first('en', known, 'forgotten password')?.id).toBe('password')
  })
})

describe('what no lexicon has to know', () => {
  const abroad = (locale: string, question: string) =>
    createSearch(
      [
        { id: 'abroad', locale, question, answer: '', keywords: [] },
        { id: 'other', locale, question: 'Abcdef', answer: '', keywords: [] },
      ],
      { locale, lexicons },
    )

  it.each([
    ['en', 'Do you ship abroad?', 'do you ship to Canada'],
    ['cs', 'Posíláte do zahraničí?', 'posíláte do Kanady'],
    ['ar', 'هل تشحنون خارج البلد؟', 'هل تشحنون الى كندا'],
    ['zh', '可以寄到国外吗？', '可以寄到加拿大吗'],
  ])('%s: a country is abroad', (locale, question, query) => {
    expect(abroad(locale, question).search(query, 1)[0]?.id).toBe('abroad')
  })

  it('knows a weekday in the case it is used in', () => {
    const entries = [
      { id: 'hours', locale: 'ru', question: 'Часы работы', answer: '', keywords: [] },
      { id: 'other', locale: 'ru', question: 'Оплата картой', answer: '', keywords: [] },
    ]
    expect(createSearch(entries, { locale: 'ru', lexicons }).search('в субботу', 1)[0]?.id).toBe('hours')
  })

  it('reads a word whose meaning it knows through a slip of the finger', () => {
    const back = { id: 'back', locale: 'en', question: 'Refunds', answer: '', keywords: [] }
    const search = createSearch([back, ...shopIn('en')], { locale: 'en', lexicons })
    expect(search.search('reimbursement', 1)[0]?.id).toBe('back')
    expect(search.search('reimbusrement', 1)[0]?.id).toBe('back')
    expect(search.search('reimmbursement', 1)[0]?.id).toBe('back')
    expect(search.search('reixxbursement', 1)).toEqual([])
  })
})

it('believes an entry more whose other language agrees', () => {
  const query = 'bring it back'
  const alone = createSearch(shopIn('en'), { locale: 'en', lexicons }).nearest(query, 1)[0]
  const entries = [...shopIn('en'), ...shopIn('de').map((entry) => ({ ...entry, id: `${entry.id}-only` }))]
  const strangers = createSearch(entries, { locale: 'en', lexicons }).nearest(query, 1)[0]
  const both = createSearch(shopIn('en', 'de'), { locale: 'en', lexicons }).nearest(query, 1)[0]
  expect(both?.id).toBe(alone?.id)
  expect(both?.score).toBeGreaterThan(strangers?.score ?? 1)
})
