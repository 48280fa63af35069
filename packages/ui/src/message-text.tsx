import type { RichText as Tree } from '@deskbell/protocol'
import { RichText } from './rich-text.tsx'

export interface MessageTextProps {
  text: string
  /** What the relay has found in it beside text: addresses, bold, code, lists. */
  tree?: Tree | undefined
}

/** What somebody wrote; line breaks stay. It finds its own direction. */
export function MessageText({ text, tree }: MessageTextProps) {
  return (
    <div class="message-text" dir="auto">
      {tree ? <RichText tree={tree} /> : text}
    </div>
  )
}
