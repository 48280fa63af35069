import {
  createTranslate,
  inboxLocales,
  loadInboxWords,
  loadWidgetWords,
  type Words,
  widgetLocales,
} from '@deskbell/locales'
import { createLeanTranslate } from '@deskbell/locales/lean'
import { describe, expect, it } from 'vitest'

const counts = [0, 1, 2, 3, 5, 11, 21, 1.5, 12_000, 1_000_000]
const form = /_(zero|one|two|few|many|other)$/
const typed = 'Ana & {{names}} $t(panel.help) <b>$1</b> $&, {{count}}'

/** Every key as it stands in the file, with what it stands for. */
function* keysOf(words: Words, path = ''): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(words))
    if (typeof value === 'string') yield [`${path}${name}`, value]
    else yield* keysOf(value, `${path}${name}.`)
}

function valuesFor(text: string, count: number) {
  const names = Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name)
  return { ...Object.fromEntries(names.map((name) => [name, name === 'position' ? count : typed])), count }
}

type Say = (key: string, values?: object) => string

const faces = { widget: [widgetLocales, loadWidgetWords], inbox: [inboxLocales, loadInboxWords] } as const

describe.each(['widget', 'inbox'] as const)('translating for the %s', (face) => {
  const [locales, load] = faces[face]
  it.each(locales)('says in %s what i18next says', async (locale) => {
    const words = await load(locale)
    const whole = createTranslate(face as 'inbox', locale, words) as Say
    const lean = createLeanTranslate(locale, words) as Say
    const all = [...keysOf(words)].flatMap(([key, text]): Parameters<Say>[] => [
      [key],
      ...counts.map((count): Parameters<Say> => [key.replace(form, ''), valuesFor(text, count)]),
    ])
    expect(all.map((said) => lean(...said))).toEqual(all.map((said) => whole(...said)))
  })

  it.each(['panel.nothing', 'nothing', 'panel.help.more', 'toString', 'panel.constructor.name', ''])(
    'gives the key "%s" back, which has no words',
    async (key) => {
      const words = await loadWidgetWords('en')
      expect((createLeanTranslate('en', words) as Say)(key)).toBe(key)
    },
  )
})
