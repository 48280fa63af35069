import { fileURLToPath } from 'node:url'
import * as whole from '@deskbell/locales'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { withoutUnused } from '../bundle/without-unused.ts'

const counts = [0, 1, 2, 3, 5, 11, 21, 1.5, 12_000]
const typed = 'Ana & {{names}} $t(panel.help) <b>$1</b>, {{count}}'

/** Every key as it stands in the file, with what it stands for. */
function* keysOf(words: object, path = ''): Generator<[key: string, text: string]> {
  for (const [name, value] of Object.entries(words))
    if (typeof value === 'string') yield [`${path}${name}`, value]
    else yield* keysOf(value, `${path}${name}.`)
}

function valuesFor(text: string, count: number) {
  const names = Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name = '']) => name)
  return { ...Object.fromEntries(names.map((name) => [name, name === 'position' ? count : typed])), count }
}

/** What the widget's bundle has of it. */
async function bundled(): Promise<typeof whole.createTranslate> {
  const entry = fileURLToPath(new URL('../../locales/src/translate.ts', import.meta.url))
  const built = await build({
    ...{ configFile: false, logLevel: 'error', plugins: [withoutUnused] },
    build: { write: false, lib: { entry, formats: ['es'] } },
  })
  const [bundle] = [built].flat()
  const [chunk] = bundle && 'output' in bundle ? bundle.output : []
  const module = await import(`data:text/javascript,${encodeURIComponent(chunk?.code ?? '')}`)
  return module.createTranslate
}

const lean = await bundled()

it.each(whole.widgetLocales)(
  'says in %s with what the widget is given of i18next what all of it says',
  async (locale) => {
    const words = await whole.loadWidgetWords(locale)
    const all = whole.createTranslate('widget', locale, words) as (key: string, values?: object) => string
    const some = lean('widget', locale, words) as typeof all
    for (const [key, text] of [...keysOf(words), ['panel.no-such-key', ''] as const]) {
      const plain = key.replace(/_(zero|one|two|few|many|other)$/, '')
      expect(some(key)).toBe(all(key))
      for (const count of counts) expect(some(plain, valuesFor(text, count))).toBe(all(plain, valuesFor(text, count)))
    }
  },
)
