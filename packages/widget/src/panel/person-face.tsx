import { Avatar } from '@deskbell/ui'
import type { LauncherFaceProps } from './launcher-face-props.ts'
import { writeNumber } from './write-number.ts'

/** The launcher's face while something goes on with a person: the place in line, or who answers and what is unread. */
export function PersonFace({ context, state }: LauncherFaceProps) {
  const shown = state.value
  if (shown.kind === 'rest') return null
  if (shown.kind === 'waiting') {
    return (
      <>
        <span class="place">{writeNumber(context, shown.position)}</span>
        {shown.words}
      </>
    )
  }
  return (
    <>
      <Avatar of={shown.by} size="large" />
      {shown.unread > 0 && <span class="unread">{writeNumber(context, shown.unread)}</span>}
    </>
  )
}
