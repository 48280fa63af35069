import { loadWidgetWords, widgetLocales } from '@deskbell/locales'
import { createLeanTranslate } from '@deskbell/locales/lean'
import { expect, it } from 'vitest'
import { joinNames } from '../src/panel/names.ts'

const people = ['Anna', 'Boris', 'Mara', 'Óscar']

it.each(widgetLocales)('joins names in %s as its readers do', async (locale) => {
  const context = { locale, t: createLeanTranslate(locale, await loadWidgetWords(locale)) }
  const both = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })
  for (const count of people.keys()) {
    const names = people.slice(0, count + 1)
    expect(joinNames(context, names, 'and')).toBe(both.format(names))
    expect(joinNames(context, names, 'or')).toBe(either.format(names))
  }
})

it('says nothing of nobody', async () => {
  const context = { locale: 'en', t: createLeanTranslate('en', await loadWidgetWords('en')) }
  expect(joinNames(context, [], 'or')).toBe('')
})
