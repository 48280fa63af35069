import type { OperatorConversation } from '@deskbell/protocol'
import { bellIcon, Icon, MessageBubble } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { ThreadPart } from '../models/thread-parts.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { clockTime } from '../words/times.ts'
import { MessageFiles } from './message-files.tsx'
import { receiptWords } from './receipt-words.ts'

export interface UtterancesProps {
  head: OperatorConversation
  group: Extract<ThreadPart, { kind: 'messages' }>
  /** The `seq` of our newest message: how far it has got stands below it. */
  lastOwn: number | undefined
  /** The `seq` of the message somebody came for, and of the one Tab comes to. */
  sought: number | undefined
  stop: number | undefined
}

/** Messages of one speaker, below their name and the time of the first. */
export function Utterances({ head, group, lastOwn, sought, stop }: UtterancesProps) {
  const { t, locale, desk } = useInbox()
  const isOwn = group.from === 'operator'
  const isMe = group.by?.id === desk.team.self.value.id
  const speaker = isMe ? t('conversation.you') : (group.by?.name ?? sentence(visitorInText(t, head)))
  const receipt = (seq: number) => {
    const { key, values } = receiptWords(head, seq)
    return t(key, values)
  }
  return (
    <section class={isOwn ? 'utterances utterances--own' : 'utterances'}>
      <header>
        {/* The sign of the desk: nothing that stands in a name can look like it. */}
        {isOwn && (
          <span class="desk-sign" title={t('conversation.ofTheTeam')}>
            <Icon of={bellIcon} small />
            <span class="said">{t('conversation.ofTheTeam')} </span>
          </span>
        )}
        <b>
          <bdi>{speaker}</bdi>
        </b>
        <time dateTime={new Date(group.at).toISOString()}>{clockTime(group.at, locale)}</time>
      </header>
      <div class="bubbles" lang={isOwn ? undefined : head.locale}>
        {group.messages.map((message, index) => (
          <MessageBubble
            key={message.id}
            text={message.text}
            tree={message.tree}
            isOwn={isOwn}
            isFirst={index === 0}
            about={message.seq === lastOwn ? receipt(message.seq) : undefined}
            copyWords={[t('copy.copy'), t('copy.copied')]}
            isStop={message.seq === stop}
            isSought={message.seq === sought}
          >
            {message.files && <MessageFiles files={message.files} sentIn={head.id} />}
          </MessageBubble>
        ))}
      </div>
    </section>
  )
}
