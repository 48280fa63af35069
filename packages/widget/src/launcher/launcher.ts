// The one script of the host page. It draws a button and, before the visitor acts, does nothing else: no request, no
// cookie, nothing stored, no listener on the page.
import { chooseLocale } from '@deskbell/locales'
import type { LauncherWords } from '@deskbell/locales/launcher'
import type { Identity } from '@deskbell/protocol'
import { showFailure } from './failure.ts'
import { createFrame } from './frame.ts'
import type { Call, Panel, PanelChunk, Seat } from './seat.ts'
import type { LauncherSettings } from './settings.ts'

declare const __DESKBELL__: LauncherSettings

type Called = (...call: Call) => void
type Deskbell = Called & { q?: Call[] }

// A module has no current script.
const script = document.currentScript ?? document.querySelector('[src$="/widget.js"]')
// The snippet may stand on a page twice; one widget is enough.
if (script && !document.querySelector('deskbell-widget')) start(script as HTMLScriptElement)

function start({ src, dataset }: HTMLScriptElement): void {
  const settings = __DESKBELL__
  const wished = [dataset.locale, document.documentElement.lang, ...navigator.languages]
  const locale = chooseLocale(wished, Object.keys(settings.words), settings.locale)
  // The relay names a default that there are words for.
  const words = settings.words[locale] as LauncherWords
  const frame = createFrame(locale, words, settings.look, dataset)
  const relay = new URL('.', src).href
  const seat: Seat = { relay, locale, settings, page: dataset, heard: [], ...frame }
  const load = createLoader(seat)
  const entries = `${relay}api/entries?locale=${locale}`
  const { button } = frame
  const act: Called = (name, given) => {
    seat.entries ??= Promise.allSettled([fetchText(entries)])
    button.setAttribute('aria-busy', 'true')
    frame.frame.querySelector('.failure')?.remove()
    load()
      .then((panel) => panel.call(name, given))
      .catch(() => showFailure(frame, words, settings.contact, () => act(name, given)))
      .finally(() => button.removeAttribute('aria-busy'))
  }
  // A preload that fails is no failure yet: pressing the button tries again, and tells.
  const preload = (): void => void Promise.allSettled([load()])
  button.onpointerenter = button.onfocus = preload
  button.onclick = () => act('toggle')
  // The page's one global; calls queued before are made now. Who the visitor is and who listens is only kept in mind, and what
  // was never opened is closed; the panel knows all other calls.
  const page: Window & { Deskbell?: Deskbell } = window
  const earlier = page.Deskbell?.q ?? []
  page.Deskbell = (name, given, ...more) => {
    if (name === 'identify') seat.who = given as Identity
    else if (name === 'on') seat.heard.push([given, ...more])
    else if (seat.entries || name !== 'close') act(name, given)
  }
  for (const call of earlier) page.Deskbell(...call)
  try {
    // Where this browser keeps a conversation of the visitor's, and only there, its news are fetched unasked.
    if ('deskbell' in localStorage)
      (page.requestIdleCallback ?? setTimeout)(() => load().then((panel) => panel.resume(), preload))
  } catch {
    // Storage is forbidden here: then nothing was kept either.
  }
}

function fetchText(address: string): Promise<string> {
  return fetch(address).then((reply) => (reply.ok ? reply.text() : Promise.reject()))
}

/**
 * One try at a time, all files of it at once. They are fetched before one is imported: a browser remembers a module that
 * failed as long as the page lives, and then no second try could succeed. What the panel asks for comes from the cache.
 */
function createLoader(seat: Seat): () => Promise<Panel> {
  const addresses = seat.settings.panel.map((file) => seat.relay + file.replace('*', seat.locale))
  const [script, ...others] = addresses as [string, ...string[]]
  let loading: Promise<Panel> | undefined
  return () => {
    // What fails of these the panel asks for again, and tells.
    if (!loading) Promise.allSettled(others.map(fetchText))
    loading ??= fetchText(script)
      .then(() => import(/* @vite-ignore */ script))
      .then((chunk: PanelChunk) => chunk.startPanel(seat))
      .catch((error) => {
        loading = undefined
        throw error
      })
    return loading
  }
}
