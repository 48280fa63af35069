import { useSignalEffect } from '@preact/signals'
import { ChunkModel } from '../models/chunk.ts'
import type { LauncherFaceProps } from './launcher-face-props.ts'

const chunk = new ChunkModel(
  () => import('./peek.tsx'),
  ({ Peek }) => Peek,
)

/** The place of the newest message beside the launcher, which is fetched with the first that comes. */
export function Peek(props: LauncherFaceProps) {
  useSignalEffect(() => {
    if ('peek' in props.state.value) chunk.load()
  })
  const { value } = chunk.state
  return <div role="status">{value.kind === 'ready' && <value.started {...props} />}</div>
}
