import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { LauncherFaceProps } from './launcher-face-props.ts'

/** How long the newest message stands beside the launcher, in ms. */
const shownFor = 8_000

/** The newest unread message beside the closed launcher: it leaves by itself and never comes back. A press opens it. */
export function Peek({ state, context }: LauncherFaceProps) {
  const told = useRef<string | undefined>(undefined)
  const text = useSignal<string | undefined>(undefined)
  const newest = useComputed(() => (state.value.kind === 'person' ? state.value.peek : undefined))
  useSignalEffect(() => {
    const isNew = newest.value !== undefined && newest.value !== told.current
    told.current = newest.value ?? told.current
    text.value = isNew && !context.isOpen.value ? newest.value : undefined
    if (text.peek() === undefined) return
    const timer = setTimeout(() => {
      text.value = undefined
    }, shownFor)
    return () => clearTimeout(timer)
  })
  const shown = state.value
  const open = () => {
    context.isOpen.value = true
  }
  if (text.value === undefined || shown.kind !== 'person') return null
  return (
    <button class="peek" type="button" onClick={open}>
      <b>{shown.by.name}</b>
      <span dir="auto">{text.value}</span>
    </button>
  )
}
