import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Navigation, View } from '../models/navigation.ts'
import { nextTask } from '../models/pause.ts'
import type { WidgetContext } from './context.ts'
import { isScreen } from './screen.ts'

/**
 * Gives focus to what a view is for: the row that led to the entry just left, the field it names (not on a phone, where a
 * keyboard would jump up), else its title. Who already types in that field is left alone.
 */
function focusView(panel: HTMLElement, left: View | undefined): void {
  const field = isScreen() ? null : panel.querySelector<HTMLElement>('[data-focus]')
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
  void nextTask().then(() => activeBeside(panel) === holder && focusView(panel, navigation.left.peek()))
}

/**
 * Gives the focus on from view to view. What has it goes with its view, so the panel takes it before: while nothing is
 * removed or drawn yet the browser has nothing to lay out for it.
 */
export function usePassedFocus(part: RefObject<HTMLElement | null>, { navigation }: WidgetContext): void {
  useLayoutEffect(() => {
    const panel = part.current?.closest<HTMLElement>('[role=dialog]')
    if (!panel) return
    if (activeBeside(panel) === panel) takeFocus(panel, navigation)
    return () => {
      if (panel.contains(activeBeside(panel))) panel.focus({ preventScroll: true })
    }
  }, [])
}

function activeBeside(panel: HTMLElement): Element | null {
  return (panel.getRootNode() as ShadowRoot | Document).activeElement
}
