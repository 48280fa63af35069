import { closeIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import type { Own } from './words-field.tsx'

interface Props {
  keywords: readonly string[]
  fault: Wording | undefined
  onKeywords: (keywords: string[]) => void
  own: Own
}

/** Words that find the entry too: each added by Enter or a comma, the last taken back by Backspace. */
export function KeywordField({ keywords, fault, onKeywords, own }: Props) {
  const { t } = useInbox()
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
    if (given.length > 0) onKeywords([...new Set([...keywords, ...given])])
  }
  const remove = (keyword: string) => {
    onKeywords(keywords.filter((one) => one !== keyword))
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const isTyping = typed.peek().trim() !== ''
    // Held with Ctrl or ⌘, Enter saves the entry: with what is typed here.
    if (event.key === 'Enter' && isTyping) add()
    if (/^[,،、]$/.test(event.key) || (event.key === 'Enter' && isTyping && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault()
      add()
    }
    const last = keywords.at(-1)
    if (event.key === 'Backspace' && typed.peek() === '' && last !== undefined) remove(last)
  }
  return (
    <div class="form-field">
      <label for={id}>{t('entry.keywords')}</label>
      <div class="keyword-field">
        {keywords.length > 0 && (
          <ul class="keywords removables" {...own}>
            {keywords.map((keyword) => (
              <li key={keyword}>
                <span>{keyword}</span>
                <button
                  type="button"
                  aria-label={t('entry.keywordRemove', { keyword })}
                  onClick={() => remove(keyword)}
                >
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
      {fault && (
        <span class="form-fault" id={`${id}-fault`}>
          {t(fault.key, fault.values)}
        </span>
      )}
      <span class="form-hint" id={`${id}-hint`}>
        {t('entry.keywordsHint')}
      </span>
    </div>
  )
}
