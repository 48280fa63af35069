import type { Words } from './words.ts'

type Load = () => Promise<{ default: Words }>

interface Loaders {
  readonly en: Load
  readonly [locale: string]: Load
}

/** Written out, so that a bundler makes one download of each file. */
const widgetWords: Loaders = {
  en: () => import('./widget/en.json', { with: { type: 'json' } }),
  de: () => import('./widget/de.json', { with: { type: 'json' } }),
  fr: () => import('./widget/fr.json', { with: { type: 'json' } }),
  es: () => import('./widget/es.json', { with: { type: 'json' } }),
  it: () => import('./widget/it.json', { with: { type: 'json' } }),
  pt: () => import('./widget/pt.json', { with: { type: 'json' } }),
  nl: () => import('./widget/nl.json', { with: { type: 'json' } }),
  pl: () => import('./widget/pl.json', { with: { type: 'json' } }),
  cs: () => import('./widget/cs.json', { with: { type: 'json' } }),
  sl: () => import('./widget/sl.json', { with: { type: 'json' } }),
  ru: () => import('./widget/ru.json', { with: { type: 'json' } }),
  uk: () => import('./widget/uk.json', { with: { type: 'json' } }),
  tr: () => import('./widget/tr.json', { with: { type: 'json' } }),
  ar: () => import('./widget/ar.json', { with: { type: 'json' } }),
  ja: () => import('./widget/ja.json', { with: { type: 'json' } }),
  zh: () => import('./widget/zh.json', { with: { type: 'json' } }),
}

const inboxWords: Loaders = {
  en: () => import('./inbox/en.json', { with: { type: 'json' } }),
  de: () => import('./inbox/de.json', { with: { type: 'json' } }),
  fr: () => import('./inbox/fr.json', { with: { type: 'json' } }),
  es: () => import('./inbox/es.json', { with: { type: 'json' } }),
  it: () => import('./inbox/it.json', { with: { type: 'json' } }),
  pt: () => import('./inbox/pt.json', { with: { type: 'json' } }),
  nl: () => import('./inbox/nl.json', { with: { type: 'json' } }),
  pl: () => import('./inbox/pl.json', { with: { type: 'json' } }),
  cs: () => import('./inbox/cs.json', { with: { type: 'json' } }),
  sl: () => import('./inbox/sl.json', { with: { type: 'json' } }),
  ru: () => import('./inbox/ru.json', { with: { type: 'json' } }),
  uk: () => import('./inbox/uk.json', { with: { type: 'json' } }),
  tr: () => import('./inbox/tr.json', { with: { type: 'json' } }),
  ar: () => import('./inbox/ar.json', { with: { type: 'json' } }),
  ja: () => import('./inbox/ja.json', { with: { type: 'json' } }),
  zh: () => import('./inbox/zh.json', { with: { type: 'json' } }),
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
