import type { InboxKey } from '@deskbell/locales'
import { bookIcon, chatIcon, Icon, settingsIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import { hashOf } from '../router.ts'

const places = [
  { page: 'conversations', name: 'shell.conversations', icon: chatIcon },
  { page: 'entries', name: 'shell.entries', icon: bookIcon },
  { page: 'settings', name: 'shell.settings', icon: settingsIcon },
] as const satisfies readonly { page: string; name: InboxKey; icon: string }[]

/** Pages that belong to one of the places. */
const within: Readonly<Record<string, string>> = { team: 'settings', learned: 'entries', searches: 'entries' }

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
  return (
    <nav class={name} aria-label={t('shell.places')}>
      {places.map((place) => (
        <a key={place.page} href={hashOf(place)} aria-current={place.page === here ? 'page' : undefined}>
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
