import { widgetLocales } from '@deskbell/locales'
import { launcherWords } from '@deskbell/locales/launcher'
import { expect, it } from 'vitest'

it('has words for every locale of the widget', () => {
  expect(Object.keys(launcherWords)).toEqual(widgetLocales)
})

it.each(Object.entries(launcherWords))('says everything in %s', (locale, words) => {
  const texts = Object.values(words)
  expect(texts.filter((text) => text.trim() !== '')).toHaveLength(4)
  if (locale !== 'en') expect(texts).not.toContain(launcherWords.en?.failed)
})
