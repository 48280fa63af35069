import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseLocale, directionOf } from '@deskbell/locales'
import { type LauncherWords, launcherWords } from '@deskbell/locales/launcher'
import type { Locale, OwnWords, Settings } from '@deskbell/protocol'
import type { RequestHandler } from 'express'
import { lookOf } from '../look.ts'
import { ownWordsIn } from '../site-texts.ts'
import type { SettingsStore } from '../store/settings-store.ts'
import { type Packed, pack, sendPacked } from './packed.ts'

interface Script extends Packed {
  settings: string
}

/** `/widget.js`: the launcher with one constant in front, in a block, so that it makes no global. */
export function widgetScript(built: string, store: Pick<SettingsStore, 'settings' | 'words'>): RequestHandler {
  const launcher = readFileSync(join(built, 'launcher.js'), 'utf8')
  const panel = panelFiles(JSON.parse(readFileSync(join(built, 'widget-manifest.json'), 'utf8')))
  let script: Script | undefined
  return (request, response) => {
    const { settings, words } = store
    const constant = JSON.stringify(launcherSettings(settings.data, words.data, panel))
    if (script?.settings !== constant) script = compose(constant, launcher)
    response.type('text/javascript; charset=utf-8')
    sendPacked(request, response, { packed: script, cacheControl: 'public, max-age=60' })
  }
}

type Manifest = Readonly<Record<string, { file: string; assets?: readonly string[] }>>

/** The panel's script, its style sheet, how it searches, and the words of any locale, whose names have one hash. */
function panelFiles(manifest: Manifest): string[] {
  const panel = manifest['src/panel/panel.tsx']
  const search = manifest['src/search/search.ts']
  const words = manifest['../locales/src/widget/en.json']
  if (!panel || !search || !words) throw new Error('the widget is not built: run npm run build')
  return [panel.file, ...(panel.assets ?? []), search.file, words.file.replace('/en-', '/*-')]
}

function launcherSettings(settings: Settings, own: OwnWords, panel: readonly string[]) {
  const { siteName, locale, contact } = settings
  const { greeting } = ownWordsIn(own, locale)
  return {
    panel,
    look: lookOf(settings),
    locale: chooseLocale([locale], Object.keys(launcherWords), 'en'),
    contact,
    siteName,
    ...(greeting !== undefined && { greeting: { locale, text: greeting } }),
    words: wordsWith(own),
  }
}

/** The launcher's words in all languages of the widget, and over them those the owner has for what is seen first. */
function wordsWith(own: OwnWords): Readonly<Record<Locale, LauncherWords>> {
  const wordsOf = ([locale, words]: [Locale, LauncherWords]) => {
    const { label, greeting } = ownWordsIn(own, locale)
    const dir = directionOf(locale)
    return [
      locale,
      {
        ...words,
        ...(dir === 'rtl' && { dir }),
        ...(label !== undefined && { label }),
        ...(greeting !== undefined && { greeting }),
      },
    ]
  }
  return Object.fromEntries(Object.entries(launcherWords).map(wordsOf))
}

function compose(settings: string, launcher: string): Script {
  // A line separator would end the constant in old parsers, and `</script` an inlined copy.
  const safe = settings.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return { settings, ...pack(`{const __DESKBELL__=${safe};${launcher}}`) }
}
