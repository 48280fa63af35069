import { Avatar, type Face } from '@deskbell/ui'

interface Props {
  of: Face
  isOnDuty: boolean
  isQuiet: boolean
  label?: string
}

/** A face with a dot: full is on duty, with a bar not to be disturbed, a ring is away. Said in words beside it or by `label`. */
export function DutyFace({ of, isOnDuty, isQuiet, label }: Props) {
  const spoken = label ? { role: 'img' as const, 'aria-label': label, title: label } : { 'aria-hidden': true as const }
  return (
    <span class={`duty-face${isQuiet ? ' duty-face--quiet' : isOnDuty ? '' : ' duty-face--away'}`} {...spoken}>
      <Avatar of={of} size="small" />
    </span>
  )
}
