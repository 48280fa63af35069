import { readdirSync, readFileSync } from 'node:fs'
import type { Words } from '@deskbell/locales'

const categories = ['zero', 'one', 'two', 'few', 'many', 'other']

/** A face's locales are its files: a locale nobody lists anywhere is still checked. */
export function localesOf(face: 'widget' | 'inbox'): string[] {
  const files = readdirSync(new URL(`../src/${face}/`, import.meta.url))
  return files.filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', ''))
}

export function readWords(face: 'widget' | 'inbox', locale: string): Words {
  return JSON.parse(readFileSync(new URL(`../src/${face}/${locale}.json`, import.meta.url), 'utf8'))
}

/** Every text by its dotted key, plural forms apart. */
export function textsOf(words: Words, path = ''): Map<string, string> {
  const pairs = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : [...textsOf(value, `${path}${key}.`)],
  )
  return new Map(pairs)
}

/** `results.count_few` is the form `few` of `results.count`; a text without forms has none. */
function splitKey(key: string): { stem: string; form?: string } {
  const [stem = key, form] = key.split('_')
  return form !== undefined && categories.includes(form) ? { stem, form } : { stem: key }
}

/** The texts of each key: one, or one of each plural form. */
export function formsOf(words: Words): Map<string, Map<string, string>> {
  const forms = new Map<string, Map<string, string>>()
  for (const [key, text] of textsOf(words)) {
    const { stem, form = '' } = splitKey(key)
    forms.set(stem, (forms.get(stem) ?? new Map()).set(form, text))
  }
  return forms
}

export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort()
}
