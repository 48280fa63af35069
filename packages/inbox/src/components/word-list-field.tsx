import type { InboxTranslate } from '@deskbell/locales'
import { closeIcon, Icon, plusIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import type { Wording } from '../models/wording.ts'
import { FieldFault } from './field-fault.tsx'
import './word-list-field.css'

interface Props {
  t: InboxTranslate
  label: string
  hint: string
  words: readonly string[]
  onWords: (words: string[]) => void
  removeLabel: (word: string) => string
  fault: Wording | undefined
  /** The language and direction of the words, where they are not the page's. */
  own?: { lang: string; dir: 'ltr' | 'rtl' }
  /** Words to add by one press. */
  offered?: { label: string; addLabel: (word: string) => string; words: readonly string[] }
}

/** A list of words in one field: each added by Enter or a comma, the last taken back by Backspace. */
export function WordListField({ t, label, hint, words, onWords, removeLabel, fault, own, offered }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const typed = useSignal('')
  const add = () => {
    const given = typed
      .peek()
      .split(/[,;、،\n]/)
      .map((word) => word.trim())
      .filter(Boolean)
    typed.value = ''
    if (given.length > 0) onWords([...new Set([...words, ...given])])
  }
  const change = (next: string[]) => {
    onWords(next)
    input.current?.focus()
  }
  const remove = (word: string) => change(words.filter((one) => one !== word))
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isTyping = typed.peek().trim() !== ''
    // Held with Ctrl or ⌘, Enter saves: with what is typed here.
    if (event.key === 'Enter' && isTyping) add()
    if (/^[,،、]$/.test(event.key) || (event.key === 'Enter' && isTyping && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault()
      add()
    }
    const last = words.at(-1)
    if (event.key === 'Backspace' && typed.peek() === '' && last !== undefined) remove(last)
  }
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <div class="word-list-field">
        {words.length > 0 && (
          <ul class="word-list removables" {...own}>
            {words.map((word) => (
              <li key={word}>
                <span>{word}</span>
                <button type="button" aria-label={removeLabel(word)} onClick={() => remove(word)}>
                  <Icon of={closeIcon} small />
                </button>
              </li>
            ))}
          </ul>
        )}
        <input
          {...own}
          ref={input}
          id={id}
          type="text"
          autocomplete="off"
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value
          }}
          onKeyDown={press}
          onBlur={add}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
        />
      </div>
      <FieldFault t={t} id={id} fault={fault} />
      {offered && offered.words.length > 0 && <OfferedWords {...offered} onAdd={(word) => change([...words, word])} />}
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  )
}

type OfferedProps = NonNullable<Props['offered']> & { onAdd: (word: string) => void }

function OfferedWords({ label, addLabel, words, onAdd }: OfferedProps) {
  return (
    <ul class="offered-words" aria-label={label}>
      {words.map((word) => (
        <li key={word}>
          <button type="button" class="button" aria-label={addLabel(word)} onClick={() => onAdd(word)}>
            <Icon of={plusIcon} small />
            {word}
          </button>
        </li>
      ))}
    </ul>
  )
}
