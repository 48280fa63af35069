import { useEffect, useState } from 'preact/hooks'
import type { WidgetContext } from './context.ts'

/**
 * Draws the caller anew when an app goes to another page behind the open panel. Not every browser has an event that tells
 * so, nor has a changed `data-topic` one: then it is seen as soon as the visitor turns to the widget.
 */
export function usePage({ isOpen, topic }: WidgetContext): void {
  const now = () => `${topic()} ${location.pathname}${location.hash}`
  const [, see] = useState(now)
  const { value } = isOpen
  useEffect(() => {
    if (!value) return
    const look = () => see(now)
    look()
    const widget = document.querySelector('deskbell-widget')
    const ended = new AbortController()
    const listen = (to: EventTarget | null | undefined, event: string) =>
      to?.addEventListener(event, look, { signal: ended.signal })
    listen(window.navigation, 'navigatesuccess')
    listen(window, 'popstate')
    listen(widget, 'pointerover')
    listen(widget, 'focusin')
    return () => ended.abort()
  }, [value])
}
