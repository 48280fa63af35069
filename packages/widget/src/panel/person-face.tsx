import { Avatar } from '@deskbell/ui'
import type { LauncherFaceProps } from './launcher-face-props.ts'

/** The launcher's face while something goes on with a person: the place in line, or who answers and what is unread. */
export function PersonFace({ state }: LauncherFaceProps) {
  const shown = state.value
  if (shown.kind === 'rest') return null
  if (shown.kind === 'waiting') {
    return (
      <>
        <span class="place">{shown.position}</span>
        {shown.words}
      </>
    )
  }
  return (
    <>
      <Avatar name={shown.name} size="large" />
      {shown.unread > 0 && <span class="unread">{shown.unread}</span>}
    </>
  )
}
