import { Icon, searchIcon } from '@deskbell/ui'
import type { ReadonlySignal, Signal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { optionIdOf } from './finder-option.tsx'

/** What is typed into, and leads through what it finds. */
interface Finder {
  state: ReadonlySignal<string>
  words: ReadonlySignal<string>
  found: ReadonlySignal<readonly unknown[]>
  isNear: ReadonlySignal<boolean>
  chosen: Signal<number>
  type(text: string): void
}

interface Props {
  finder: Finder
  label: string
  /** The id of the list it leads through. */
  listId: string
  /** What is counted, in words. */
  counted?: 'answers.found' | 'canned.found' | 'palette.found'
  onEnter: (event: KeyboardEvent) => void
}

/** Where entries are searched: the focus stays here while the arrow keys walk the list. */
export function FinderField({ finder, label, listId, counted = 'answers.found', onEnter }: Props) {
  const { t } = useInbox()
  const input = useRef<HTMLInputElement>(null)
  const isReady = finder.state.value === 'ready'
  const count = finder.found.value.length
  const isNear = finder.isNear.value
  const isTyped = useRef(false)
  useLayoutEffect(() => {
    input.current?.focus()
  }, [])
  useEffect(() => {
    // What was searched for them is there to be typed over; what they have typed meanwhile is not.
    if (isReady && !isTyped.current && document.activeElement === input.current) input.current?.select()
  }, [isReady])
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : count - 1
      if (count > 0) finder.chosen.value = (finder.chosen.peek() + by) % count
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onEnter(event)
    }
  }
  return (
    <div class="finder-field">
      <Icon of={searchIcon} small />
      <input
        ref={input}
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        aria-label={label}
        placeholder={label}
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionIdOf(listId, finder.chosen.value) : undefined}
        value={finder.words.value}
        onInput={(event) => {
          isTyped.current = true
          finder.type(event.currentTarget.value)
        }}
        onKeyDown={press}
      />
      <span class="finder-count" role="status">
        {isReady && !isNear && t(counted, { count })}
        {isReady && isNear && count > 0 && t('answers.near')}
      </span>
    </div>
  )
}
