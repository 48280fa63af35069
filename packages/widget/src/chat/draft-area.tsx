import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { DraftModel } from '../models/draft.ts'

export interface DraftAreaProps {
  draft: DraftModel
  fieldRef: RefObject<HTMLTextAreaElement | null>
  id?: string
  /** Names the field where no label stands above it; also shown while it is empty. */
  placeholder?: string
  problemId?: string | undefined
  onType?: () => void
  /** Enter sends, Shift+Enter makes a new line. Without it Enter makes one too. */
  onSend?: () => void
}

/** The field the draft is written in. It grows with the text, and the caret comes back where it was. */
export function DraftArea({ draft, fieldRef, id, placeholder, problemId, onType, onSend }: DraftAreaProps) {
  const text = draft.text.value
  useLayoutEffect(() => {
    fieldRef.current?.setSelectionRange(draft.caret(), draft.caret())
  }, [draft, fieldRef])
  useLayoutEffect(() => growWith(fieldRef.current), [text, fieldRef])
  const write = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    const { value, selectionEnd } = currentTarget
    if (value !== text) onType?.()
    if (value !== text || selectionEnd !== draft.caret()) draft.write(value, selectionEnd)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (!onSend || event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    onSend()
  }
  return (
    <textarea
      class="field"
      ref={fieldRef}
      id={id}
      rows={1}
      // Empty, it runs as the words that name it do.
      dir={text === '' ? undefined : 'auto'}
      value={text}
      placeholder={placeholder}
      aria-label={placeholder}
      aria-invalid={problemId === undefined ? undefined : 'true'}
      aria-describedby={problemId}
      enterkeyhint={onSend ? 'send' : undefined}
      data-focus
      onInput={write}
      // No event tells of every step of the caret.
      onKeyUp={write}
      onPointerUp={write}
      onSelect={write}
      onKeyDown={onKeyDown}
    />
  )
}

function growWith(field: HTMLTextAreaElement | null): void {
  if (!field) return
  const style: CSSStyleDeclaration & { fieldSizing?: string } = field.style
  // Where the browser does it there is nothing to measure, which would make it lay out all of the page at once.
  if (style.fieldSizing !== undefined) return
  style.blockSize = 'auto'
  // The edge is not part of the scroll height.
  style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
}
