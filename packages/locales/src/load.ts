import type { Words } from './words.ts'

type Load = () => Promise<{ default: Words }>

interface Loaders {
  readonly en: Load
  readonly [locale: string]: Load
}

/** Written out, so that a bundler makes one download of each file. */
const widgetWords: Loaders = {
  en: () => import('./widget/en.json', { with: { type: 'json' } }),
}

const inboxWords: Loaders = {
  en: () => import('./inbox/en.json', { with: { type: 'json' } }),
}

export const widgetLocales: readonly string[] = Object.keys(widgetWords)
export const inboxLocales: readonly string[] = Object.keys(inboxWords)

/** The widget's words in a locale of `widgetLocales`, English for any other. Rejects when the download fails. */
export function loadWidgetWords(locale: string): Promise<Words> {
  return load(widgetWords, locale)
}

/** The inbox's words in a locale of `inboxLocales`, English for any other. Rejects when the download fails. */
export function loadInboxWords(locale: string): Promise<Words> {
  return load(inboxWords, locale)
}

async function load(loaders: Loaders, locale: string): Promise<Words> {
  const found = Object.hasOwn(loaders, locale) ? loaders[locale] : undefined
  return (await (found ?? loaders.en)()).default
}
