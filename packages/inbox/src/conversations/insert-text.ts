/**
 * Puts a text where the caret is, on lines of its own, so that the browser's own undo takes it back. `write` is called
 * where the browser can't do that by itself.
 */
export function insertText(field: HTMLTextAreaElement, text: string, write: (whole: string) => void): void {
  const { selectionStart, selectionEnd, value } = field
  const before = value.slice(0, selectionStart)
  const after = value.slice(selectionEnd)
  const given = `${/\S$/.test(before) ? '\n' : ''}${text}${/^\S/.test(after) ? '\n' : ''}`
  field.focus()
  field.setSelectionRange(selectionStart, selectionEnd)
  if (document.execCommand?.('insertText', false, given)) return
  field.setRangeText(given, selectionStart, selectionEnd, 'end')
  write(field.value)
}
