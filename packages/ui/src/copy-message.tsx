import { useCopying } from './copying.ts'
import { Icon } from './icon.tsx'
import { copyIcon } from './message-icons.ts'
import { checkIcon } from './sign-icons.ts'

export interface CopyMessageProps {
  text: string
  /** What the button is called, and what is said once it has copied. */
  words: readonly [copy: string, copied: string]
}

/**
 * The button beside a message. It is there while the message has the pointer or the focus (`message.css`): always there, a
 * log would read it out with every message.
 */
export function CopyMessage({ text, words: [name, done] }: CopyMessageProps) {
  const { isCopied, copy } = useCopying(text)
  return (
    copy && (
      <>
        <button class="copy" type="button" aria-label={name} title={name} onClick={copy}>
          <Icon of={isCopied ? checkIcon : copyIcon} small />
        </button>
        {isCopied && (
          <span class="said" role="alert">
            {done}
          </span>
        )}
      </>
    )
  )
}
