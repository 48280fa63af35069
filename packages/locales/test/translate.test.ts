import { createTranslate, loadWidgetWords, widgetLocales } from '@deskbell/locales'
import { describe, expect, it } from 'vitest'
import { localesOf } from './read-words.ts'

async function inLocale(locale: string) {
  return createTranslate('widget', locale, await loadWidgetWords(locale))
}

describe('translating', () => {
  it('says who to ask', async () => {
    const t = await inLocale('en')
    expect(t('foot.ask', { names: 'Anna or Boris' })).toBe('Ask Anna or Boris')
    expect(t('foot.about', { count: 2 })).toBe('They answer in about 2 minutes')
    expect(t('wait.position', { position: 3 })).toBe('You are number 3 in line.')
  })

  const answers: [string, Record<number, string>][] = [
    ['pl', { 1: '1 odpowiedź', 2: '2 odpowiedzi', 5: '5 odpowiedzi' }],
    ['cs', { 1: '1 odpověď', 3: '3 odpovědi', 5: '5 odpovědí' }],
    ['sl', { 1: '1 odgovor', 2: '2 odgovora', 3: '3 odgovori', 5: '5 odgovorov' }],
    ['ru', { 1: '1 ответ', 2: '2 ответа', 5: '5 ответов', 22: '22 ответа' }],
    ['ja', { 1: '1件の回答', 2: '2件の回答' }],
  ]

  it.each(answers)('counts answers in %s', async (locale, examples) => {
    const t = await inLocale(locale)
    for (const [count, said] of Object.entries(examples)) {
      expect(t('results.count', { count: Number(count) }).replaceAll('\u00a0', ' ')).toBe(said)
    }
  })

  it('counts unread messages in Polish', async () => {
    const t = await inLocale('pl')
    const said = [1, 2, 5, 22].map((count) => t('chat.new', { count }).replaceAll('\u00a0', ' '))
    expect(said).toEqual(['1 nowa wiadomość', '2 nowe wiadomości', '5 nowych wiadomości', '22 nowe wiadomości'])
  })

  it('counts minutes in Arabic, two in one word', async () => {
    const t = await inLocale('ar')
    const number = (count: number) => new Intl.NumberFormat('ar').format(count)
    expect([0, 1, 2, 3, 11, 100].map((count) => t('wait.about', { count }))).toEqual([
      'أقل من دقيقة',
      'نحو دقيقة',
      'نحو دقيقتين',
      `نحو ${number(3)} دقائق`,
      `نحو ${number(11)} دقيقة`,
      `نحو ${number(100)} دقيقة`,
    ])
  })

  it('writes numbers as the locale does', async () => {
    const t = await inLocale('de')
    expect(t('results.count', { count: 1200 })).toBe('1.200 Antworten')
  })

  it('puts in what a visitor wrote as it is', async () => {
    const t = await inLocale('en')
    const query = '<b> $t(panel.help) {{query}} {{-query}} $&'
    expect(t('results.none', { query })).toBe(`No answer for “${query}” yet.`)
  })

  it('keeps two widgets on a page apart', async () => {
    const german = await inLocale('de')
    const english = await inLocale('en')
    expect([german('panel.close'), english('panel.close')]).toEqual(['Schließen', 'Close'])
  })
})

describe('loading', () => {
  it('knows every file there is', () => {
    expect(widgetLocales.toSorted()).toEqual(localesOf('widget').toSorted())
  })

  it('gives English for a locale without words', async () => {
    expect(await loadWidgetWords('toString')).toEqual(await loadWidgetWords('en'))
  })
})
