// `@deskbell/widget`, for pages that a bundler makes: puts the snippet in place and types the calls. It shares no code with
// the widget, which comes from the relay, as it does for every other page.
import type { Deskbell as Calls } from './calls.ts'

export type { DeskbellEvents, DeskbellTexts, Identity } from './calls.ts'

/** The script tag's data attributes, and the nonce that the page's policy may ask for. */
export interface Attributes {
  /** The widget's language; without it the page's `lang`, then the browser's, then the site's. */
  locale?: string
  /** A category of entries that belong to this page. */
  topic?: string
  accent?: string
  position?: 'start' | 'end'
  launcher?: 'icon' | 'text'
  /** What the launcher is called, and what the panel greets with, on this page. */
  label?: string
  greeting?: string
  radius?: string
  side?: string
  bottom?: string
  avatars?: 'none'
  theme?: 'light' | 'dark' | 'auto'
  nonce?: string
}

type Call = readonly unknown[]
type Global = ((...call: Call) => void) & { q?: Call[] }

const widget = 'deskbell-widget'
const page = () => window as { Deskbell?: Global }

let tag: HTMLScriptElement | undefined
let isComing = false
let isLeaving = false

/**
 * Puts the widget on the page. `relay`: its address, such as `https://help.shop.example`. Asked again it does nothing, or
 * brings the widget back after `shutdown`; where there is no page, on a server, it does nothing either. Under
 * `require-trusted-types-for 'script'` no script may put a tag in place: there the tag belongs into the page itself.
 */
export function embed(relay: string, attributes: Attributes = {}): void {
  if (typeof document === 'undefined') return
  takeBack(theGlobal().q)
  if (isComing || (document.querySelector(widget) && !isLeaving)) return
  isComing = true
  isLeaving = false
  tag?.remove()
  tag = tagOf(relay, attributes)
  putOnceGone(tag)
}

/** Calls the widget: now, or once it has arrived. On a server it does nothing. */
export const Deskbell: Calls = (...call: Call) => {
  if (typeof document === 'undefined') return
  theGlobal()(...call)
  if (call[0] !== 'shutdown' || !document.querySelector(widget)) return
  // It takes a moment to leave; what is called from now on waits for the next one.
  isLeaving = true
  page().Deskbell = queue()
}

/** The widget's own, or what keeps calls for it. */
function theGlobal(): Global {
  page().Deskbell ??= queue()
  return page().Deskbell as Global
}

function queue(): Global {
  const q: Call[] = []
  return Object.assign((...call: Call) => void q.push(call), { q })
}

/** A shutdown that has not happened yet, as where a framework mounts twice in a row, is none. */
function takeBack(waiting: Call[] = []): void {
  waiting.splice(0, waiting.length, ...waiting.filter(([name]) => name !== 'shutdown'))
}

function tagOf(relay: string, { nonce, ...attributes }: Attributes): HTMLScriptElement {
  const made = document.createElement('script')
  made.src = `${relay.replace(/\/+$/, '')}/widget.js`
  made.async = true
  if (nonce) made.nonce = nonce
  Object.assign(made.dataset, attributes)
  made.onload = made.onerror = () => {
    isComing = false
  }
  return made
}

/** Two widgets don't stand on one page: a new one waits until the one before has left. */
function putOnceGone(next: HTMLScriptElement): void {
  const leaving = document.querySelector(widget)
  const watch = new MutationObserver(put)
  function put(): void {
    if (leaving?.isConnected) return
    watch.disconnect()
    document.head.append(next)
  }
  watch.observe(document.documentElement, { childList: true })
  put()
}
