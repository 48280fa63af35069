import { Icon, type IconShape } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'

interface Props {
  onClick?: () => void
  kind?: 'usual' | 'main' | 'plain' | 'warn'
  type?: 'button' | 'submit'
  icon?: IconShape
  iconTurns?: boolean
  /** The key that does the same, shown beside the words. */
  keyName?: string
  /** Said, and shown under a pointer, instead of the words where only the icon has room. */
  label?: string
  isDisabled?: boolean
  class?: string
  pressed?: boolean
  expanded?: boolean
  children?: ComponentChildren
}

/** A button with words, perhaps an icon before them and its key after them. A disabled one keeps its place for the keyboard. */
export function Button(props: Props) {
  const { onClick, kind = 'usual', type = 'button', icon, iconTurns, keyName, label, isDisabled, children } = props
  const classes = ['button', kind !== 'usual' && `button-${kind}`, props.class].filter(Boolean).join(' ')
  const click = () => {
    if (!isDisabled) onClick?.()
  }
  return (
    <button
      type={type}
      class={classes}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keyName}
      aria-disabled={isDisabled || undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.expanded === undefined ? undefined : 'dialog'}
      onClick={click}
    >
      {icon && <Icon of={icon} small turns={iconTurns ?? false} />}
      {children && <span>{children}</span>}
      {keyName && <span class="key" data-key={keyName} aria-hidden="true" />}
    </button>
  )
}
