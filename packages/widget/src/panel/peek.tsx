import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { LauncherFaceProps } from './launcher-face-props.ts'

/** How long the newest message stands beside the launcher, in ms. */
const shownFor = 8_000

/**
 * The newest unread message beside the closed launcher: it leaves by itself, but not while somebody is at it, or with Escape,
 * and never comes back. A press opens it.
 */
export function Peek({ state, context }: LauncherFaceProps) {
  const button = useRef<HTMLButtonElement>(null)
  const told = useRef<string | undefined>(undefined)
  const text = useSignal<string | undefined>(undefined)
  const newest = useComputed(() => (state.value.kind === 'person' ? state.value.peek : undefined))
  useSignalEffect(() => {
    const isNew = newest.value !== undefined && newest.value !== told.current
    told.current = newest.value ?? told.current
    text.value = isNew && !context.isOpen.value ? newest.value : undefined
    if (text.peek() === undefined) return
    const timer = setInterval(() => {
      if (!button.current?.matches(':hover, :focus')) text.value = undefined
    }, shownFor)
    return () => clearInterval(timer)
  })
  const shown = state.value
  const open = () => {
    context.isOpen.value = true
  }
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    text.value = undefined
    launcher(button.current)?.focus()
  }
  if (text.value === undefined || shown.kind !== 'person') return null
  return (
    <button class="peek" type="button" ref={button} onClick={open} onKeyDown={onKeyDown}>
      <b>{shown.by.name}</b>
      <span dir="auto">{text.value}</span>
    </button>
  )
}

const launcher = (peek: HTMLElement | null) => peek?.closest('.deskbell')?.querySelector<HTMLElement>('.launcher')
