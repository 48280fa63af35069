import type { ComponentChildren } from 'preact'
import { CopyMessage, type CopyMessageProps } from './copy-message.tsx'
import { MessageText, type MessageTextProps } from './message-text.tsx'

export interface MessageBubbleProps extends MessageTextProps {
  /** Own messages stand at the end edge in the tint, the other side's at the start. */
  isOwn: boolean
  /** The first of a group of one speaker: more room above, round corners. */
  isFirst?: boolean
  /** Not accepted yet: outlined; `failed` outlined in the colour of failure. */
  state?: 'sent' | 'unsent' | 'failed'
  /** Said before the text to screen readers only: "Anna:". */
  spokenName?: string
  /** Shown above the text; only where more than one operator speaks. */
  name?: string
  /** Below the text: files. */
  children?: ComponentChildren
  /** Below: a time, a receipt, "Try again". */
  about?: ComponentChildren
  isArriving?: boolean
  /** Where the text can be copied. */
  copyWords?: CopyMessageProps['words']
  /** The one message of a list that Tab comes to; arrow keys lead on from there (`goAmongMessages`). */
  isStop?: boolean
  /** Somebody came for it: the current place of its list. */
  isSought?: boolean
  /** It is there to be read, with how it gets on, and no log reads it out by itself: whoever is there has written it. */
  isSilent?: boolean
}

/** One message of a conversation, as visitors and operators both see it. Its style sheet is `@deskbell/ui/message.css`. */
export function MessageBubble(props: MessageBubbleProps) {
  const {
    text,
    tree,
    isOwn,
    isFirst,
    state = 'sent',
    spokenName,
    name,
    about,
    isArriving,
    copyWords,
    isStop,
    isSought,
    isSilent,
    children,
  } = props
  const classes = [
    'message',
    isOwn && 'message--own',
    isFirst && 'message--first',
    state !== 'sent' && `message--${state}`,
    isArriving && 'message--arriving',
  ]
  return (
    <div
      class={classes.filter(Boolean).join(' ')}
      aria-live={isSilent ? 'off' : undefined}
      aria-current={isSought ? 'location' : undefined}
      tabIndex={copyWords && (isStop ? 0 : -1)}
    >
      {name && <span class="name">{name}</span>}
      <div class="message-bubble">
        {spokenName && <span class="said">{spokenName} </span>}
        {text && <MessageText text={text} tree={tree} />}
        {children}
      </div>
      {copyWords && text && <CopyMessage text={text} words={copyWords} />}
      {about && <div class="about">{about}</div>}
    </div>
  )
}
