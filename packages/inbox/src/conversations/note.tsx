import type { RichText } from '@deskbell/protocol'
import { Avatar, type Face, MessageText } from '@deskbell/ui'
import type { ComponentChildren } from 'preact'
import { useInbox } from '../inbox-context.ts'
import { clockTime } from '../words/times.ts'

interface Props {
  by: Face
  at: number
  text: string
  tree?: RichText | undefined
  /** Below: that it is on its way, or was refused. */
  about?: ComponentChildren
  /** Somebody came for it. */
  isSought?: boolean
}

/** What the team says among itself: across the whole width, so that nobody takes it for a message. */
export function Note({ by, at, text, tree, about, isSought }: Props) {
  const { t, locale } = useInbox()
  return (
    <section
      class="note"
      aria-label={t('thread.noteLabel', { name: by.name })}
      aria-current={isSought ? 'location' : undefined}
    >
      <Avatar of={by} size="small" />
      <div>
        <header>
          <b>
            <bdi>{by.name}</bdi>
          </b>{' '}
          · <time dateTime={new Date(at).toISOString()}>{clockTime(at, locale)}</time> · {t('thread.note')}
        </header>
        <MessageText text={text} tree={tree} />
        {about && <p class="note-about">{about}</p>}
      </div>
    </section>
  )
}
