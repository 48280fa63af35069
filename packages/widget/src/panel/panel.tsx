import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import type { Panel, Seat } from '../launcher/seat.ts'
import { FindingModel } from '../models/finding.ts'
import { HelpfulnessModel } from '../models/helpfulness.ts'
import { nextTask } from '../models/pause.ts'
import { adoptStyles, fetchStyles } from '../styles/styles.ts'
import type { CalledPage } from './called-page.ts'
import { createChatChunk } from './chat-chunk.ts'
import type { LauncherState, WidgetContext } from './context.ts'
import { followSystem } from './follow-system.ts'
import { keepFromPage, keepKeysFromPage } from './keep-from-page.ts'
import { drawLauncher } from './launcher-face.tsx'
import { makeContext } from './make-context.ts'
import type { PanelParts } from './parts.ts'
import { Shell } from './shell.tsx'
import { tagsOf } from './topic.ts'
import { leaveStep, stepBack, stepForward } from './way-back.ts'

/** Starts the panel in the launcher's seat, closed. Nothing is asked of the relay's API until it opens. */
export async function startPanel(seat: Seat): Promise<Panel> {
  const styles = fetchStyles()
  // The style sheet, what is made, and what is drawn are pieces of work of their own.
  await nextTask()
  let page = await seatPanel(seat, undefined, styles)
  let earlier: Promise<unknown> = Promise.resolve()
  if (tagsOf(seat)[1]) console.warn('Deskbell: widget.js is on this page twice')
  await nextTask()
  return {
    resume() {
      leaveStep()
      page.chat.load()
    },
    call(name, given) {
      const { isOpen } = page.parts.context
      if (/^(open|close|toggle)$/.test(name)) {
        isOpen.value = name === 'toggle' ? !isOpen.value : name === 'open'
        return
      }
      // One after the other, even where one of them fails: each may leave another panel behind.
      const made = earlier.then(loadCalls).then(async ({ call }) => {
        page = await call(page, name, given)
      })
      earlier = made.catch(() => undefined)
      return made
    },
  }
}

/** `makeRoom` takes the panel away that was there before, once this one can be drawn, which also takes the `styles`. */
async function seatPanel(seat: Seat, makeRoom?: () => void, styles?: Promise<string>): Promise<CalledPage> {
  const shown = signal<LauncherState>({ kind: 'rest' })
  const show = (state: LauncherState): void => {
    shown.value = state
  }
  const [context, css] = await Promise.all([makeContext(seat, show), styles])
  const parts: PanelParts = {
    context,
    finding: new FindingModel(context),
    helpfulness: new HelpfulnessModel(context),
  }
  const chat = createChatChunk(context)
  const page = { seat, parts, chat, seatPanel }
  await nextTask()
  makeRoom?.()
  if (css !== undefined) await dress(seat, css)
  drawLauncher(seat, { context, state: shown }, chat)
  // Drawn in a piece of work of its own, after what is asked of the relay; at once where another panel was on screen.
  openAndClose(page, makeRoom ? async () => undefined : nextTask)
  keepLook(page)
  keepColours(page)
  return page
}

/** Before anything is drawn that has no place without it: the launcher would move. */
async function dress(seat: Seat, css: string): Promise<void> {
  adoptStyles(seat.root, css)
  followSystem(seat.root)
  await nextTask()
  useVisitorsScale(seat)
  await nextTask()
}

/** The looks are the page's as it was loaded, until the desk says others. */
function keepLook(page: CalledPage): void {
  const { seat } = page
  const { status } = page.parts.context.desk
  effect(() => {
    const { value } = status
    if (value && JSON.stringify(value.look) !== JSON.stringify(seat.settings.look))
      import('./renew-look.ts').then(
        ({ renewLook }) => {
          renewLook(seat, value)
          computeOlder(page)
        },
        // The next status asks for it again.
        () => undefined,
      )
  })
}

/** As the tokens ask for it (`@deskbell/ui/tokens.css`). */
const computedColour = 'light-dark(red, oklch(from red calc(l - 1) c h))'

/** As they are when it opens: the page may have changed them. */
function keepColours(page: CalledPage): void {
  const { isOpen } = page.parts.context
  effect(() => {
    void isOpen.value
    computeOlder(page)
  })
}

function computeOlder({ seat }: CalledPage): void {
  if (CSS.supports('color', computedColour)) return
  import('./older-colours.ts').then(
    ({ computeColours }) => computeColours(seat.root, seat.frame),
    // Then they are the plain ones, until it is tried again.
    () => undefined,
  )
}

/** How long after the panel has opened a conversation may still take the place of home, in ms. */
const heardOfWithin = 5_000

const loadCalls = () => import('./calls.ts')

/** With everything reset, the launcher's font size is the visitor's own; sizes follow it, whatever 1rem is on the page. */
function useVisitorsScale({ root, frame }: Seat): void {
  const size = Number.parseFloat(getComputedStyle(root.host).fontSize)
  if (size > 0 && size !== 16) frame.style.setProperty('--db-scale', String(size / 16))
  // A page that zooms itself zooms the measures of the window as well.
  const { currentCSSZoom } = frame as { currentCSSZoom?: number }
  if (currentCSSZoom) frame.style.setProperty('--zoom', String(currentCSSZoom))
}

/** The panel itself is drawn when its `turn` has come. */
function openAndClose(page: CalledPage, turn: () => Promise<void>): void {
  const { seat, parts, chat } = page
  const { context } = parts
  const { isOpen, answers } = context
  const place = document.createElement('div')
  place.className = 'panel-seat'
  keepFromPage(place)
  keepKeysFromPage(seat.frame)
  seat.frame.prepend(place)
  const close = () => {
    isOpen.value = false
  }
  let wasOpen = false
  openWhereThingsGoOn(context)
  effect(() => {
    const isOpening = isOpen.value
    untracked(() => {
      reportOnceHeard(page)
      if (isOpening) {
        void answers.load()
        if (!place.firstChild) void turn().then(() => render(<Shell parts={parts} chat={chat} />, place))
        stepForward(close)
      } else if (wasOpen) {
        // Where another panel comes instead, it goes on.
        if (place.isConnected) stepBack()
        seat.button.focus()
      }
      wasOpen = isOpening
    })
  })
  // A conversation begun in another tab goes on in this one, as long as this panel is on the page.
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'deskbell' && newValue?.includes('token') && place.isConnected) chat.load()
  })
}

/** Fetched only for a page that listens. */
function reportOnceHeard(page: CalledPage): void {
  if (page.seat.heard[0])
    loadCalls().then(
      ({ report }) => report(page),
      () => undefined,
    )
}

/** With a conversation under way the panel opens on it, unless the visitor left off elsewhere; it may be heard of just after. */
function openWhereThingsGoOn({ isOpen, person, navigation }: WidgetContext): void {
  effect(() => {
    if (!isOpen.value) return
    let until = Date.now() + heardOfWithin
    return effect(() => {
      if (!person.value || Date.now() > until) return
      until = 0
      if (navigation.view.peek().name === 'home') navigation.go({ name: 'person' })
    })
  })
}
