import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './layer.css'

interface Props {
  label: string
  /** Where it stands: `menu` and `popover` hang below their button, `dialog` and the smaller `question` stand in the middle, `palette` above it. */
  kind: 'menu' | 'popover' | 'dialog' | 'question' | 'palette'
  onClose: () => void
  children: ComponentChildren
}

/** What lies over the page: takes the focus, keeps it inside, gives it back. Escape and a click beside it close it. */
export function Layer({ label, kind, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    const from = document.activeElement
    if (current && !current.open) current.showModal()
    return () => {
      current?.close()
      if (from instanceof HTMLElement) from.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={`layer layer--${kind}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      <div class="layer-body">{children}</div>
    </dialog>
  )
}
