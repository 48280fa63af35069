import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Navigation, View } from '../models/navigation.ts'
import { nextTask } from '../models/pause.ts'
import type { WidgetContext } from './context.ts'
import { isScreen } from './screen.ts'

/** Whether the visitor was typing, or sent it by key, in the view that went last. */
let wasTyping = false

/**
 * Gives focus to what a view is for: the row that led to the entry just left, the field it names (on a phone, where a keyboard
 * would jump up, only for who was typing), else its title. Who already types in that field is left alone.
 */
function focusView(panel: HTMLElement, left: View | undefined): void {
  const field = isScreen() && !wasTyping ? null : panel.querySelector<HTMLElement>('[data-focus]')
  const title = panel.querySelector<HTMLElement>('[data-title]') ?? panel.querySelector<HTMLElement>('h2')
  const row = left?.name === 'entry' ? panel.querySelector<HTMLElement>(`[data-entry="${CSS.escape(left.id)}"]`) : null
  const active = activeBeside(panel)
  if (active instanceof HTMLElement && active.matches('[data-focus]') && panel.contains(active)) return
  const target = row ?? field ?? title
  target?.focus({ preventScroll: target !== row })
}

/** No key is the host page's from now on; the view has the focus in a piece of work of its own, unless it was moved meanwhile. */
export function takeFocus(panel: HTMLElement, navigation: Navigation): void {
  if (!activeBeside(panel)) panel.focus({ preventScroll: true })
  const holder = activeBeside(panel)
  void nextTask().then(() => {
    const now = activeBeside(panel)
    // The launcher's button is hidden where the panel covers it, and loses the focus to nobody.
    const isLost = !now && document.activeElement === document.body
    if (now === holder || isLost) focusView(panel, navigation.left.peek())
  })
}

/**
 * Gives the focus on from view to view. What has it goes with its view, so the panel takes it before: while nothing is
 * removed or drawn yet the browser has nothing to lay out for it.
 */
export function usePassedFocus(part: RefObject<HTMLElement | null>, { navigation }: WidgetContext): void {
  useLayoutEffect(() => {
    const panel = part.current?.closest<HTMLElement>('[role=dialog]')
    if (!panel) return
    if (activeBeside(panel) === panel) {
      // No key of who goes on typing may be lost on the way.
      if (wasTyping) focusView(panel, navigation.left.peek())
      else takeFocus(panel, navigation)
    }
    return () => {
      const active = activeBeside(panel)
      if (!active || !panel.contains(active)) return
      wasTyping = active.matches('[data-focus], [type=submit]:focus-visible')
      panel.focus({ preventScroll: true })
    }
  }, [])
}

function activeBeside(panel: HTMLElement): Element | null {
  return (panel.getRootNode() as ShadowRoot | Document).activeElement
}
