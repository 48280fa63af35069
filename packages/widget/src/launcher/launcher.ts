// The one script of the host page. It draws a button and, before the visitor acts, does nothing else: no request, no
// cookie, nothing stored, no listener on the page.
import { chooseLocale } from '@deskbell/locales'
import type { Identity } from '@deskbell/protocol'
import { showFailure } from './failure.ts'
import { createFrame } from './frame.ts'
import type { Panel, PanelChunk, Seat } from './seat.ts'
import type { LauncherSettings } from './settings.ts'

declare const __DESKBELL__: LauncherSettings

type Act = (name: 'open' | 'close' | 'search' | 'toggle', text?: string) => void
type Called = (name: string, given?: string | Identity) => void
type Deskbell = Called & { q?: Parameters<Called>[] }

const script = document.currentScript
// The snippet may stand on a page twice; one widget is enough.
if (script && !document.querySelector('deskbell-widget')) start(script as HTMLScriptElement)

function start({ src, dataset }: HTMLScriptElement): void {
  const settings = __DESKBELL__
  const wished = [dataset.locale, document.documentElement.lang, ...navigator.languages]
  const locale = chooseLocale(wished, Object.keys(settings.words), settings.locale)
  const words = settings.words[locale]
  if (!words) return
  const frame = createFrame(locale, words.label, { ...settings, ...dataset })
  const seat: Seat = { relay: new URL('.', src).href, locale, settings, topic: dataset.topic, ...frame }
  const load = createLoader(seat)
  const { button } = frame
  const act: Act = (name, text = '') => {
    button.setAttribute('aria-busy', 'true')
    load()
      .then((panel) => panel[name](text))
      .catch(() => showFailure(frame, { words, contact: settings.contact, retry: () => act('open') }))
      .finally(() => button.removeAttribute('aria-busy'))
  }
  // A preload that fails is no failure yet: pressing the button tries again, and tells.
  const preload = (): void => void load().catch(() => undefined)
  button.onpointerenter = button.onfocus = preload
  button.onclick = () => act('toggle')
  // The page's one global; calls queued before are made now. Who the visitor is, is only kept in mind, for the chat.
  const page = window as { Deskbell?: Deskbell }
  const earlier = page.Deskbell?.q ?? []
  page.Deskbell = (name, given) => {
    if (/^(open|close|search)$/.test(name)) act(name as 'open', given as string)
    else if (name === 'identify') seat.who = given as Identity
  }
  for (const call of earlier) page.Deskbell(...call)
  if (hasConversation())
    (window.requestIdleCallback ?? setTimeout)(() => load().then((panel) => panel.resume(), preload))
}

/**
 * One download at a time. It is fetched before it is imported: a browser remembers a module that failed as long as the
 * page lives, and then no second try could succeed. The import comes from the cache.
 */
function createLoader(seat: Seat): () => Promise<Panel> {
  const address = seat.relay + seat.settings.panel
  let loading: Promise<Panel> | undefined
  const start = (): Promise<Panel> =>
    fetch(address)
      .then((reply) => (reply.ok ? reply.text() : Promise.reject(reply)))
      .then(() => import(/* @vite-ignore */ address))
      .then((chunk: PanelChunk) => chunk.startPanel(seat))
  return () => {
    loading ??= start().catch((error) => {
      loading = undefined
      throw error
    })
    return loading
  }
}

/** Whether this browser keeps a conversation of the visitor's. Then, and only then, its news are fetched unasked. */
function hasConversation(): boolean {
  try {
    return 'deskbell' in localStorage
  } catch {
    // Storage is forbidden here: then nothing was kept either.
    return false
  }
}
