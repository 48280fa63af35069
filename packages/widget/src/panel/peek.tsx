import { useSignal, useSignalEffect } from '@preact/signals'
import type { LauncherFaceProps } from './launcher-face-props.ts'

/** How long the newest message stands beside the launcher, in ms. */
const shownFor = 8_000

/** The newest unread message beside the closed launcher: it leaves by itself and never comes back. A press opens it. */
export function Peek({ state, context }: LauncherFaceProps) {
  const text = useSignal<string | undefined>(undefined)
  useSignalEffect(() => {
    text.value = state.value.kind === 'person' && !context.isOpen.peek() ? state.value.peek : undefined
    if (text.value === undefined) return
    const timer = setTimeout(() => {
      text.value = undefined
    }, shownFor)
    return () => clearTimeout(timer)
  })
  const shown = state.value
  const open = () => {
    text.value = undefined
    context.isOpen.value = true
  }
  return (
    <div role="status">
      {text.value !== undefined && shown.kind === 'person' && !context.isOpen.value && (
        <button class="peek" type="button" onClick={open}>
          <b>{shown.name}</b>
          <span dir="auto">{text.value}</span>
        </button>
      )}
    </div>
  )
}
