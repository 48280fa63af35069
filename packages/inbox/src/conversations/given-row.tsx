import type { OperatorConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { span } from '../words/times.ts'

/** That the desk has given it to this operator, and how long it stays theirs unopened. */
export function GivenRow({ head: { openBy } }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  if (openBy === undefined) return null
  const seconds = Math.max(0, Math.ceil((openBy - desk.clock.now.value) / 1_000))
  return (
    <span class="given-row">
      <b>{t('lists.given')}</b> <span>{t('promise.left', { time: span(t, seconds) })}</span>
    </span>
  )
}
