import { chooseLocale, directionOf, widgetLocales } from '@deskbell/locales'
import { expect, it } from 'vitest'

it('takes the language where the region has no words of its own', () => {
  expect(chooseLocale(['pt-BR'], widgetLocales, 'en')).toBe('pt')
  expect(chooseLocale(['zh-TW'], widgetLocales, 'en')).toBe('zh')
})

it('prefers the exact tag', () => {
  expect(chooseLocale(['pt-BR'], ['pt', 'pt-BR'], 'en')).toBe('pt-BR')
})

it('takes the first candidate that has words', () => {
  expect(chooseLocale([undefined, '', 'xx', 'de-AT', 'fr'], widgetLocales, 'en')).toBe('de')
})

it('overlooks case, spaces and underscores', () => {
  expect(chooseLocale([' PT_br '], widgetLocales, 'en')).toBe('pt')
})

it('falls back when nothing fits', () => {
  expect(chooseLocale(['xx', undefined], widgetLocales, 'sl')).toBe('sl')
})

it('knows which way a locale is written', () => {
  expect(directionOf('ar-EG')).toBe('rtl')
  expect(directionOf('ja')).toBe('ltr')
})
