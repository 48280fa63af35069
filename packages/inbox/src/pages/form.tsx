import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

interface Props {
  /** Sends the form, or tells what is wrong. */
  onSubmit: () => unknown
  label: string
  class?: string
  children: ComponentChildren
}

/** A form that is sent by Enter and leads the focus to the first field that is wrong. */
export function Form({ onSubmit, label, class: className = 'form', children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  async function submit(event: Event) {
    event.preventDefault()
    await onSubmit()
    // The faults are on the page once it has been drawn.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <form ref={form} class={className} aria-label={label} noValidate onSubmit={submit}>
      {children}
    </form>
  )
}
