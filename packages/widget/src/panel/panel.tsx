import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import type { Panel, Seat } from '../launcher/seat.ts'
import { FindingModel } from '../models/finding.ts'
import { HelpfulnessModel } from '../models/helpfulness.ts'
import { adoptStyles } from '../styles/styles.ts'
import type { CalledPage } from './called-page.ts'
import { type ChatChunk, createChatChunk } from './chat-chunk.ts'
import type { LauncherState, WidgetContext } from './context.ts'
import { drawLauncher } from './launcher-face.tsx'
import { makeContext } from './make-context.ts'
import type { PanelParts } from './parts.ts'
import { createBackGesture } from './screen.ts'
import { Shell } from './shell.tsx'

/** Starts the panel in the launcher's seat, closed. Nothing is asked of the relay's API until it opens. */
export async function startPanel(seat: Seat): Promise<Panel> {
  const shown = signal<LauncherState>({ kind: 'rest' })
  const show = (state: LauncherState): void => {
    shown.value = state
  }
  const context = await makeContext(seat, show)
  const { http, locale, answers, trail, navigation, isOpen } = context
  const parts: PanelParts = {
    context,
    topic: seat.page.topic,
    finding: new FindingModel({ http, locale, answers, trail, navigation }),
    helpfulness: new HelpfulnessModel({ http, trail }),
  }
  const chat = createChatChunk(context)
  adoptStyles(seat.root)
  useVisitorsScale(seat)
  drawLauncher(seat, { context, state: shown }, chat)
  openAndClose(seat, parts, chat)
  resumeOtherTabs(seat, chat)
  const page = { seat, parts, chat }
  reportOnceHeard(page)
  return {
    resume: chat.load,
    call(name, given) {
      if (!/^(open|close|toggle)$/.test(name)) return loadCalls().then(({ call }) => call(page, name, given))
      isOpen.value = name === 'toggle' ? !isOpen.value : name === 'open'
    },
  }
}

const loadCalls = () => import('./calls.ts')

/** With everything reset, the launcher's font size is the visitor's own; sizes follow it, whatever 1rem is on the page. */
function useVisitorsScale({ root, frame }: Seat): void {
  const size = Number.parseFloat(getComputedStyle(root.host).fontSize)
  if (size > 0 && size !== 16) frame.style.setProperty('--db-scale', String(size / 16))
}

function openAndClose(seat: Seat, parts: PanelParts, chat: ChatChunk): void {
  const { context } = parts
  const { isOpen, answers } = context
  const place = document.createElement('div')
  place.className = 'panel-seat'
  seat.frame.prepend(place)
  const gesture = createBackGesture(() => {
    isOpen.value = false
  })
  let wasOpen = false
  effect(() => {
    const isOpening = isOpen.value
    untracked(() => {
      if (isOpening) {
        void answers.load()
        if (!wasOpen) startWhereThingsGoOn(context)
        if (!place.firstChild) render(<Shell parts={parts} chat={chat} />, place)
        gesture.opened()
      } else if (wasOpen) {
        gesture.closed()
        seat.button.focus()
      }
      wasOpen = isOpening
    })
  })
}

/** With a conversation under way the panel opens on it, unless the visitor left off elsewhere. */
function startWhereThingsGoOn({ person, navigation }: WidgetContext): void {
  if (person.value && navigation.view.value.name === 'home') navigation.go({ name: 'person' })
}

/** Fetched once the page listens and the visitor does something; a listener that came late is seen with the next of it. */
function reportOnceHeard(page: CalledPage): void {
  const { isOpen, navigation } = page.parts.context
  let isReporting = false
  const listen = async () => {
    if (isReporting || !page.seat.heard[0]) return
    isReporting = true
    const calls = await loadCalls().catch(() => undefined)
    if (calls) calls.report(page)
    else isReporting = false
  }
  isOpen.subscribe(listen)
  navigation.view.subscribe(listen)
}

/** A conversation begun in another tab goes on in this one. */
function resumeOtherTabs(seat: Seat, chat: ChatChunk): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === 'deskbell' && newValue && seat.root.host.isConnected) chat.load()
  })
}
