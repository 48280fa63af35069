import { useEffect, useState } from 'preact/hooks'
import type { WidgetContext } from './context.ts'

/** How often it is looked at while the panel is open, in ms: no event tells in every browser that an app has gone on. */
const lookEvery = 1_000

/** Draws the caller anew when the panel opens on another page than before, or an app goes to another one behind it. */
export function usePage({ isOpen, topic }: WidgetContext): void {
  const [, see] = useState('')
  const { value } = isOpen
  useEffect(() => {
    if (!value) return
    const look = () => see(`${topic()} ${location.pathname}`)
    look()
    const timer = setInterval(look, lookEvery)
    return () => clearInterval(timer)
  }, [value])
}
