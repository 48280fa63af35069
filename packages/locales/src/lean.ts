import type { Translate, Values } from './translate.ts'
import type { WidgetKey, Words } from './words.ts'

/**
 * Says what `createTranslate` says of the words of widget and inbox, with as little as goes on a host's page: our words need
 * only a key, values and the forms of a count of i18next. A test compares the two, every text in every locale.
 */
export function createLeanTranslate<Key extends string = WidgetKey>(locale: string, words: Words): Translate<Key> {
  let numbers: Intl.NumberFormat | undefined
  let forms: Intl.PluralRules | undefined
  const formOf = (count: number): string => {
    forms ??= new Intl.PluralRules(locale)
    return forms.select(count)
  }
  const write = (value: string | number): string => {
    if (typeof value === 'string') return value
    numbers ??= new Intl.NumberFormat(locale)
    return numbers.format(value)
  }
  return (key: string, values: Values = {}) => {
    const { count } = values
    const text = (typeof count === 'number' ? find(words, `${key}_${formOf(count)}`) : undefined) ?? find(words, key)
    return text?.replace(/{{(\w+)}}/g, (place, name: string) => write(values[name] ?? place)) ?? key
  }
}

function find(words: Words, key: string): string | undefined {
  let found: string | Words | undefined = words
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined
  return typeof found === 'string' ? found : undefined
}
