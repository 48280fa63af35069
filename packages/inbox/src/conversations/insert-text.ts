import { typeInto } from '@deskbell/ui'

/** Puts a text where the caret is, on lines of its own. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field
  const before = value.slice(0, selectionStart)
  const after = value.slice(selectionEnd)
  typeInto(field, `${/\S$/.test(before) ? '\n' : ''}${text}${/^\S/.test(after) ? '\n' : ''}`)
}
