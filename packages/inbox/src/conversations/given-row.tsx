import type { OperatorConversation } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { isAsked, isGiven, isUnderway, secondsToOpen } from '../models/given.ts'
import { span } from '../words/times.ts'

/** That the desk or a colleague has given it to this operator, and how long it stays theirs unopened; or that they are asked to join. */
export function GivenRow({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { self, names, settings } = desk.team
  const nameOf = (id = '') => names.value.get(id) ?? ''
  if (isAsked(head, self.value.id)) {
    return (
      <span class="given-row">
        <b>{t('lists.asked', { name: nameOf(head.operatorId) })}</b>
      </span>
    )
  }
  if (!isGiven(head, self.value.id)) return null
  const seconds = secondsToOpen(head, desk.clock.now.value, settings.value.openWithinSeconds)
  const from = isUnderway(head) ? t('lists.handed', { name: nameOf(head.handed?.by) }) : t('lists.given')
  return (
    <span class="given-row">
      <b>{from}</b> <span>{t('promise.left', { time: span(t, seconds) })}</span>
    </span>
  )
}
