/** Puts a text in place of what is selected in a field, as if it were typed: the browser's own undo takes it back. */
export function typeInto(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  if (document.execCommand?.('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
