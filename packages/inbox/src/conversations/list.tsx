import { chevronIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { ListName } from './list-name.ts'

interface Props {
  id: ListName
  head: string
  count: number
  note?: string | undefined
  empty: string
  children: ComponentChildren
}

/** A list that is always open; an empty one says what to expect. */
export function List({ id, head, count, note, empty, children }: Props) {
  return (
    <section aria-labelledby={`${id}-head`} data-list={id}>
      <div class="list-head">
        <h2 id={`${id}-head`} tabIndex={-1}>
          {head}
        </h2>
        <span class="count">{count}</span>
        {note && <span class="list-note">{note}</span>}
      </div>
      {count > 0 ? <ul>{children}</ul> : <p class="empty-line">{empty}</p>}
    </section>
  )
}

interface FoldedProps {
  name: ListName
  head: string
  count: number
  /** The most useful thing to know while it is folded. */
  note: string
  isOpenAtFirst?: boolean
  children: ComponentChildren
}

/** A list that folds to one line. One with nothing in it has nothing to unfold. */
export function FoldedList({ name, head, count, note, isOpenAtFirst = false, children }: FoldedProps) {
  const id = useId()
  const chosen = useSignal<boolean | undefined>(undefined)
  const isOpen = count > 0 && (chosen.value ?? isOpenAtFirst)
  return (
    <section aria-labelledby={`${id}-head`} data-list={name}>
      <h2 class="list-fold">
        <button
          type="button"
          id={`${id}-head`}
          class="list-folded"
          aria-expanded={isOpen}
          aria-disabled={count === 0 || undefined}
          onClick={() => {
            chosen.value = !isOpen
          }}
        >
          <Icon of={chevronIcon} small turns />
          <b>{head}</b> <span class="count">{count}</span>
          <span class="list-note">{note}</span>
        </button>
      </h2>
      {isOpen && <ul>{children}</ul>}
    </section>
  )
}
