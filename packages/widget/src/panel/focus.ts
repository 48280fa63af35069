import type { View } from '../models/navigation.ts'
import { isScreen } from './screen.ts'

/**
 * Gives focus to what a view is for: the row that led to the entry just left, the field it names (not on a phone, where a
 * keyboard would jump up), else its title. Who already types in that field is left alone.
 */
export function focusView(panel: HTMLElement, left: View | undefined): void {
  const field = isScreen() ? null : panel.querySelector<HTMLElement>('[data-focus]')
  const title = panel.querySelector<HTMLElement>('[data-title]') ?? panel.querySelector<HTMLElement>('h2')
  const row = left?.name === 'entry' ? panel.querySelector<HTMLElement>(`[data-entry="${CSS.escape(left.id)}"]`) : null
  const active = (panel.getRootNode() as ShadowRoot).activeElement
  if (active instanceof HTMLElement && active.matches('[data-focus]') && panel.contains(active)) return
  const target = row ?? field ?? title
  target?.focus({ preventScroll: target !== row })
}

/** What had the focus may have gone with its view: until the next one has given it a place, no key is the host page's. */
export function holdFocus(panel: HTMLElement): void {
  if (!(panel.getRootNode() as ShadowRoot).activeElement) panel.focus({ preventScroll: true })
}
