import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type EmojiGroup, emojiGroups, perRow } from './emoji.ts'
import { typeInto } from './type-into.ts'

export interface EmojiPickerProps {
  label: string
  names: Readonly<Record<EmojiGroup, string>>
  /** Where what is chosen is written, at the caret. What the picker lies in holds it too: Escape in there closes the picker. */
  field: RefObject<HTMLTextAreaElement | null>
  onClose(): void
}

const groups = Object.entries(emojiGroups) as [EmojiGroup, readonly string[]][]

/** Emoji to choose from; screen readers say each by the name that they have for it. Its style sheet is `@deskbell/ui/emoji.css`. */
export function EmojiPicker({ label, names, field, onClose }: EmojiPickerProps) {
  const picker = useRef<HTMLFieldSetElement>(null)
  const write = (emoji: string) => {
    if (field.current) typeInto(field.current, emoji)
    onClose()
  }
  useLayoutEffect(() => {
    const { current } = picker
    const place = current?.parentElement
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      field.current?.focus()
      onClose()
    }
    current?.querySelector('button')?.focus()
    place?.addEventListener('keydown', leave)
    return () => place?.removeEventListener('keydown', leave)
  }, [])
  return (
    <fieldset class="emoji-picker" ref={picker} aria-label={label} onKeyDown={goAmongEmoji}>
      {groups.map(([group, emoji]) => (
        <fieldset key={group} aria-label={names[group]}>
          <p aria-hidden="true">{names[group]}</p>
          {emoji.map((one) => (
            <button key={one} type="button" tabIndex={one === groups[0]?.[1][0] ? 0 : -1} onClick={() => write(one)}>
              {one}
            </button>
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}

/** Arrow keys go by one and by a row, as they stand on screen; Home and End to the first and the last. */
function goAmongEmoji(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { currentTarget, target, key } = event
  const all = [...currentTarget.querySelectorAll('button')]
  const place = all.indexOf(target as HTMLButtonElement)
  const forward = getComputedStyle(currentTarget).direction === 'rtl' ? -1 : 1
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: place + forward,
    ArrowLeft: place - forward,
    ArrowDown: place + perRow,
    ArrowUp: place - perRow,
    Home: 0,
    End: all.length - 1,
  }
  const goal = goals[key]
  if (goal === undefined) return
  event.preventDefault()
  all[goal]?.focus()
}
