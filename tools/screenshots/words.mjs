import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The widget's own words in a locale, by key: `words('ar')('panel.close')`. Throws on a key there is none of. */
export function wordsOf(root, locale) {
  const file = join(root, `packages/locales/src/widget/${locale}.json`)
  const words = JSON.parse(readFileSync(file, 'utf8'))
  return (key) => {
    const found = key.split('.').reduce((part, name) => part?.[name], words)
    if (typeof found !== 'string') throw new Error(`${file} has no ${key}`)
    return found
  }
}
