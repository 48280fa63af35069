import { widgetLocales } from '@deskbell/locales'
import { mailLocales, translateMail } from '@deskbell/locales/mail'
import { expect, it } from 'vitest'
import words from '../src/mail-words.json' with { type: 'json' }
import { placeholdersOf } from './read-words.ts'

it('has words for every locale of the widget', () => expect(mailLocales).toEqual(widgetLocales))

it.each(Object.entries(words))('says everything in %s, with the placeholders of English', (_locale, texts) => {
  expect(Object.keys(texts)).toEqual(Object.keys(words.en))
  for (const [key, text] of Object.entries(texts)) {
    expect(placeholdersOf(text).toSorted(), key).toEqual(placeholdersOf(words.en[key as keyof typeof texts]).toSorted())
  }
  if (texts !== words.en) expect(texts.asked).not.toBe(words.en.asked)
})

it('writes in English where a language has no words yet', () => {
  expect(translateMail('fi')('asked')).toBe(words.en.asked)
  expect(translateMail('de')('subject', { reference: 'HC-1', site: 'Holm' })).toBe('Ihre Frage HC-1 an Holm')
})
