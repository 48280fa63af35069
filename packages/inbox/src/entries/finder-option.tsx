import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import './finder.css'

export const optionIdOf = (listId: string, index: number): string => `${listId}-${index}`

interface Props {
  /** As `optionIdOf` gives it: the search field names it to screen readers while it is chosen. */
  id: string
  isChosen: boolean
  onChoose: () => void
  children: ComponentChildren
}

/** One of what a finder found. The search field keeps the focus and the keys; what is chosen by them comes into view. */
export function FinderOption({ id, isChosen, onChoose, children }: Props) {
  const row = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
    <div
      ref={row}
      id={id}
      class="finder-option"
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  )
}
