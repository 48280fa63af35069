import type { EarlierConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { hashOf } from '../router.ts'
import { shortMoment } from '../words/times.ts'

/** Other conversations of the same person, newest first, each a way there. Nothing where there are none. */
export function Earlier({ conversations }: { conversations: readonly EarlierConversation[] }) {
  const { t, locale, desk } = useInbox()
  if (conversations.length === 0) return null
  const now = desk.clock.now.value
  return (
    <section class="earlier" aria-labelledby="earlier-head">
      <h2 id="earlier-head">{t('earlier.head')}</h2>
      <ul>
        {conversations.map(({ id, askedAt, text }) => (
          <li key={id}>
            <time>{shortMoment(askedAt, now, locale)}</time>
            <a class="link" href={hashOf({ page: 'conversations', conversationId: id })}>
              <bdi>{text}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
