import type { InboxKey } from '@deskbell/locales'
import { bookIcon, chartIcon, chatIcon, Icon, settingsIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import { hashOf } from '../router.ts'

type Listed = {
  page: 'conversations' | 'entries' | 'waits' | 'settings'
  name: InboxKey
  icon: string
  isOwners?: true
  /** Where it leads operators instead. */
  operatorsPage?: 'replies'
}

const places: readonly Listed[] = [
  { page: 'conversations', name: 'shell.conversations', icon: chatIcon },
  { page: 'entries', name: 'shell.entries', icon: bookIcon },
  { page: 'waits', name: 'shell.waits', icon: chartIcon, isOwners: true },
  { page: 'settings', name: 'shell.settings', icon: settingsIcon, operatorsPage: 'replies' },
]

/** Pages that belong to one of the places. */
const within: Readonly<Record<string, string>> = {
  team: 'settings',
  account: 'settings',
  alerts: 'settings',
  hours: 'settings',
  privacy: 'settings',
  replies: 'settings',
  words: 'settings',
  changes: 'entries',
  learned: 'entries',
  searches: 'entries',
}

/** The places as words in the bar. */
export function Places() {
  return <PlaceLinks class="places" hasIcons={false} />
}

/** The places as tabs at the lower edge of a phone. */
export function PhoneTabs() {
  return <PlaceLinks class="phone-tabs" hasIcons />
}

function PlaceLinks({ class: name, hasIcons }: { class: string; hasIcons: boolean }) {
  const { t, router, desk } = useInbox()
  const { page } = router.place.value
  const here = within[page] ?? page
  const { count } = desk.attention.pressing.value
  const { isOwner } = desk.team.self.value
  return (
    <nav class={name} aria-label={t('shell.places')}>
      {places
        .filter(({ isOwners }) => isOwner || !isOwners)
        .map((place) => (
          <a
            key={place.page}
            href={hashOf({ page: (!isOwner && place.operatorsPage) || place.page })}
            aria-current={place.page === here ? 'page' : undefined}
          >
            {hasIcons && <Icon of={place.icon} />}
            {t(place.name)}
            {place.page === 'conversations' && here !== 'conversations' && count > 0 && (
              <span class="unread">{count}</span>
            )}
          </a>
        ))}
    </nav>
  )
}
