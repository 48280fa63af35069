import type { InboxKey } from '@deskbell/locales'
import { limits } from '@deskbell/protocol'
import type { Inbox } from '../inbox-context.ts'
import type { Place } from '../router.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { span } from '../words/times.ts'

const names: Readonly<Record<Place['page'], InboxKey>> = {
  conversations: 'shell.conversations',
  entries: 'shell.entries',
  changes: 'changes.head',
  learned: 'wordings.head',
  searches: 'entries.searches',
  settings: 'shell.settings',
  team: 'shell.team',
  waits: 'shell.waits',
  'set-up': 'setUp.title',
  join: 'join.title',
  'new-password': 'newPassword.title',
  account: 'ownAccount.title',
  alerts: 'alerts.title',
  hours: 'hours.title',
  privacy: 'privacy.title',
  replies: 'canned.title',
  roster: 'roster.title',
  words: 'words.title',
}

/** The tab's title: that nothing reaches this tab any more, a promise about to break, how many want something and who, or else where we are. */
export function titleOf({ t, desk, router }: Inbox): string {
  if (isCutOff(desk)) return t('link.gone')
  const { count, head, secondsLeft } = desk.attention.pressing.value
  const siteName = desk.team.site.value?.siteName ?? 'Deskbell'
  if (!head || !desk.preferences.chosen.value.titleCount)
    return t('title.desk', { page: t(names[router.place.value.page]), siteName })
  const name = sentence(visitorInText(t, head))
  if (secondsLeft !== undefined) return t('title.breaking', { time: span(t, secondsLeft), name })
  const text = head.preview
    ? t('title.says', { name, text: head.preview.text.slice(0, 60) })
    : t('title.waits', { name })
  return t('title.counted', { count, text })
}

/** For so long that the operator is off duty by now, and who looks elsewhere would take it for a quiet day. */
function isCutOff({ link: { lostAt }, clock }: Inbox['desk']): boolean {
  if (lostAt.value === undefined) return false
  // Read so that it is looked at again; what counts is this machine's clock.
  void clock.now.value
  return Date.now() - lostAt.value > limits.graceOfOperator
}
