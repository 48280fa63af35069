import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { ChunkModel } from '../models/chunk.ts'
import { Coming } from '../panel/coming.tsx'
import type { WidgetContext } from '../panel/context.ts'

export interface EmojiProps {
  context: WidgetContext
  field: RefObject<HTMLTextAreaElement | null>
  isOpen: Signal<boolean>
}

const chunk = new ChunkModel(
  () => import('../emoji/emoji.tsx'),
  ({ Emoji }) => Emoji,
)

/** The emoji, a download of their own. */
export function Emoji(props: EmojiProps) {
  useEffect(chunk.load, [])
  const { value } = chunk.state
  return value.kind === 'ready' ? <value.started {...props} /> : <Coming context={props.context} chunk={chunk} />
}
