import type { OperatorConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { isUnderway, isUnopened, secondsToOpen } from '../models/lists.ts'
import { span } from '../words/times.ts'

/** That the desk has given it to this operator, and how long it stays theirs unopened. */
export function GivenRow({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  if (!isUnopened(head)) return null
  const seconds = secondsToOpen(head, desk.clock.now.value, desk.team.settings.value.openWithinSeconds)
  const giver = isUnderway(head) ? desk.team.names.value.get(head.handed?.by ?? '') : undefined
  return (
    <span class="given-row">
      <b>{giver === undefined ? t('lists.given') : t('lists.handed', { name: giver })}</b>{' '}
      <span>{t('promise.left', { time: span(t, seconds) })}</span>
    </span>
  )
}
