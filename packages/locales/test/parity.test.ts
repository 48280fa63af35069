import { describe, expect, it } from 'vitest'
import { directionOf } from '../src/index.ts'
import { formsOf, localesOf, placeholdersOf, readWords, textsOf } from './read-words.ts'

/** Words that are spelled as in English; everything else that reads like English was forgotten. */
const sharedWords = new Set(
  'contact conversation conversations e-mail file invitation label labels later messages minutes name no note password person pixel pixels privacy question questions role site team volume week'.split(
    ' ',
  ),
)

/** Forms that stand for one number alone may say it in a word: Arabic has a dual. */
function mayLeaveOutCount(locale: string, form: string): boolean {
  return locale === 'ar' && ['zero', 'one', 'two'].includes(form)
}

function formsAskedOf(locale: string): string[] {
  return new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()
}

/** Addresses and the signs of units are the same everywhere. */
function foreignWords(text: string): string[] {
  const words = text
    .toLowerCase()
    .replaceAll(/\{\{\w+\}\}|https:\S+|\b(s|min|h|d)\b/g, '')
    .match(/\p{L}[\p{L}-]*/gu)
  return (words ?? []).filter((word) => !sharedWords.has(word))
}

for (const face of ['widget', 'inbox'] as const) {
  const english = formsOf(readWords(face, 'en'))

  describe.each(localesOf(face))(`the words of the ${face} in %s`, (locale) => {
    const words = formsOf(readWords(face, locale))

    it('have the keys of English, in its order', () => {
      expect([...words.keys()]).toEqual([...english.keys()])
    })

    it('have the plural forms of the language, no more and no fewer', () => {
      for (const [key, forms] of words) {
        const expected = english.get(key)?.has('other') ? formsAskedOf(locale) : ['']
        expect([...forms.keys()].toSorted(), key).toEqual(expected)
      }
    })

    it('have the placeholders of English', () => {
      for (const [key, forms] of words) {
        const expected = placeholdersOf(english.get(key)?.values().next().value ?? '')
        for (const [form, text] of forms) {
          const found = new Set(placeholdersOf(text))
          if (mayLeaveOutCount(locale, form) && expected.includes('count')) found.add('count')
          expect([...found].toSorted(), `${key}_${form}`).toEqual(expected)
        }
      }
    })

    it('say something everywhere', () => {
      for (const [key, text] of textsOf(readWords(face, locale))) expect(text.trim(), key).not.toBe('')
    })
  })

  it.each(localesOf(face).filter((locale) => directionOf(locale) === 'rtl'))(
    `the words of the ${face} in %s keep code and endings in one piece`,
    (locale) => {
      for (const [key, text] of textsOf(readWords(face, locale))) {
        const open = text.replaceAll(/\u2066[^\u2069]*\u2069/g, '')
        expect(open, key).not.toMatch(/[a-z]="|(?<![\w\u200e])[<#.@]\/?[a-z\d]|\{\{part\}\}/i)
      }
    },
  )

  const translated = localesOf(face).filter((locale) => locale !== 'en')

  it.each(translated)(`the words of the ${face} in %s leave no English over`, (locale) => {
    const inEnglish = textsOf(readWords(face, 'en'))
    for (const [key, text] of textsOf(readWords(face, locale))) {
      if (foreignWords(text).length > 0) expect(text, key).not.toBe(inEnglish.get(key))
    }
  })
}
