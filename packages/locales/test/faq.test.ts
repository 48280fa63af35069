import { widgetLocales } from '@deskbell/locales'
import { translateFaq } from '@deskbell/locales/faq'
import { expect, it } from 'vitest'
import words from '../src/faq-words.json' with { type: 'json' }
import { placeholdersOf } from './read-words.ts'

it('has words for every locale of the widget', () => expect(Object.keys(words)).toEqual(widgetLocales))

it.each(Object.entries(words))('says everything in %s, with the placeholders of English', (_locale, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(words.en))
  for (const [key, text] of Object.entries(texts)) {
    const english = words.en[key as keyof typeof texts]
    expect(placeholdersOf(text), key).toEqual(placeholdersOf(english))
    if (texts !== words.en) expect(text, key).not.toBe(english)
  }
})

it('speaks English where a language has no words yet', () => {
  expect(translateFaq('fi')('all')).toBe(words.en.all)
  expect(translateFaq('de')('results', { query: 'Teller' })).toBe('Antworten zu „Teller“')
})
