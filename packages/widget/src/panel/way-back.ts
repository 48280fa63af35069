// On a phone the way back closes the panel and not the page. Chrome's asks whoever watches for it; in other browsers opening
// the panel is a step forward in the page's history.
import { isScreen } from './screen.ts'

interface CloseWatcher extends EventTarget {
  destroy(): void
}

const { CloseWatcher } = window as { CloseWatcher?: new () => CloseWatcher }
/** An app that shows a page inside itself (Android's WebView) asks nobody. */
const isAsked = CloseWatcher !== undefined && !navigator.userAgent.includes('; wv)')

let watcher: CloseWatcher | undefined
/** Closes the panel that is open, where it took a step or found one. */
let close: (() => void) | undefined
let isGoingBack = false
let address: string | undefined

/** A step is marked with its address: a router may copy the mark to one that is none. */
const isOnStep = (): boolean => history.state?.deskbell === location.href

/** From now on the way back is `closePanel`. A step of a panel before this one, or of before a reload, is taken over. */
export function stepForward(closePanel: () => void): void {
  if (!isScreen()) return
  if (isAsked) watch(closePanel)
  else {
    close = closePanel
    if (!isGoingBack) takeStep()
  }
}

/** Where the panel was closed otherwise, the way back is the page's again. */
export function stepBack(): void {
  watcher?.destroy()
  if (!close) return
  close = undefined
  leaveStep()
}

/** Goes back where the page stands on a step, as after a reload. */
export function leaveStep(): void {
  if (isGoingBack || !isOnStep()) return
  isGoingBack = true
  listen()
  history.back()
}

function watch(closePanel: () => void): void {
  watcher?.destroy()
  watcher = CloseWatcher && new CloseWatcher()
  watcher?.addEventListener('close', closePanel)
}

/** The state of the page's own router is kept. */
function takeStep(): void {
  listen()
  if (!isOnStep()) history.pushState({ ...history.state, deskbell: location.href }, '')
}

/** In Firefox and Safari what captures comes before the page's listeners; in Chrome only before those that came later. */
function listen(): void {
  address = location.href
  addEventListener('popstate', onBack, true)
}

function onBack(event: PopStateEvent): void {
  // From the step to what is below it the page goes nowhere: its router has nothing to do.
  const isOurs = isGoingBack || close !== undefined
  if (isOurs && location.href === address && !isOnStep()) event.stopImmediatePropagation()
  const wasGoingBack = isGoingBack
  isGoingBack = false
  if (!wasGoingBack) close?.()
  // Opened again meanwhile.
  else if (close) takeStep()
}
