import { createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'
import type { Kept } from './kept.ts'

export interface Draft {
  text: ReadonlySignal<string>
  name: ReadonlySignal<string>
  email: ReadonlySignal<string>
  /** Where the caret stood, to put it there again. */
  caret(): number
  write(text: string, caret: number): void
  fill(field: 'name' | 'email', value: string): void
  /** Words to begin with: the visitor's search. They never replace what somebody typed. */
  suggest(text: string): void
  /** Puts what came back in front of what was typed meanwhile. */
  putBack(text: string): void
  clear(): void
}

/** What the visitor is writing. It survives closing, going to other views, a reload and a send that failed. */
export const DraftModel = createModel<Draft, [Kept]>((kept) => {
  const begun = kept.draft()
  const text = signal(begun.text)
  const said = { name: signal(begun.name), email: signal(begun.email) }
  let caret = begun.caret
  let suggestion = ''

  function keep(): void {
    kept.setDraft({ text: text.value, caret, name: said.name.value, email: said.email.value })
  }

  function write(next: string, at: number): void {
    text.value = next
    caret = at
    keep()
  }

  return {
    ...said,
    text,
    caret: () => caret,
    write,
    fill(field, value) {
      said[field].value = value
      keep()
    },
    suggest(words) {
      if (text.value.trim() !== '' && text.value !== suggestion) return
      suggestion = words
      text.value = words
      caret = words.length
    },
    putBack(earlier) {
      const both = [earlier, text.value].filter((part) => part.trim() !== '').join('\n\n')
      write(both, both.length)
    },
    clear: () => write('', 0),
  }
})
export type DraftModel = Model<Draft>
