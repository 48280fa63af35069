import type { OperatorConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { clockTime } from '../words/times.ts'

/** Whether the visitor says that it is solved, and what they added. */
export function Rated({ head }: { head: OperatorConversation }) {
  const { t, locale } = useInbox()
  const { rating } = head
  if (!rating) return null
  const { solved, comment, at } = rating
  return (
    <div class="rated">
      <p class="moved">
        {sentence(t(`thread.rated.${solved}`, { name: visitorInText(t, head) }))} ·{' '}
        <time dateTime={new Date(at).toISOString()}>{clockTime(at, locale)}</time>
      </p>
      {comment && (
        <blockquote dir="auto" lang={head.locale}>
          {comment}
        </blockquote>
      )}
    </div>
  )
}
