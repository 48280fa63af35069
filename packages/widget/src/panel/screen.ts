/** A phone, turned or not; the style sheet asks the same (`panel.css`). */
const phone = matchMedia('(max-width: 480px), (max-height: 480px) and (pointer: coarse)')

/** Whether the panel is the screen (a phone) rather than a window beside the launcher. */
export function isScreen(): boolean {
  return phone.matches
}

/** Keeps the panel inside what a keyboard on the screen leaves free. Returns what stops it. */
export function fitToScreen(panel: HTMLElement): () => void {
  const view = window.visualViewport
  if (!view) return () => undefined
  const fit = (): void => {
    panel.style.setProperty('--view-top', `${view.offsetTop}px`)
    panel.style.setProperty('--view-block', `${view.height}px`)
  }
  fit()
  view.addEventListener('resize', fit)
  view.addEventListener('scroll', fit)
  return () => {
    view.removeEventListener('resize', fit)
    view.removeEventListener('scroll', fit)
  }
}

const reachable = 'button, a[href], input, textarea, select, [tabindex="0"]'

/** Where the panel is the screen, Tab goes round in it: what lies behind can't be seen. */
export function keepTabInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>(reachable)].filter((stop) => stop.offsetParent !== null)
  const first = stops[0]
  const last = stops.at(-1)
  const active = (panel.getRootNode() as ShadowRoot).activeElement
  const isAtEnd = event.shiftKey ? active === first || !stops.includes(active as HTMLElement) : active === last
  if (!isAtEnd) return
  event.preventDefault()
  const next = event.shiftKey ? last : first
  next?.focus()
}
