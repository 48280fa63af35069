import { Avatar, type Face } from '@deskbell/ui'

/** A face with a dot: full is on duty, a ring is away. Said in words beside it or by `label`. */
export function DutyFace({ of, isOnDuty, label }: { of: Face; isOnDuty: boolean; label?: string }) {
  const spoken = label ? { role: 'img' as const, 'aria-label': label, title: label } : { 'aria-hidden': true as const }
  return (
    <span class={isOnDuty ? 'duty-face' : 'duty-face duty-face--away'} {...spoken}>
      <Avatar of={of} size="small" />
    </span>
  )
}
