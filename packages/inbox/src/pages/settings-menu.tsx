import type { InboxTranslate } from '@deskbell/locales'
import { hashOf } from '../router.ts'
import { PageMenu } from './page-menu.tsx'

interface Props {
  t: InboxTranslate
  at: 'settings' | 'words' | 'hours' | 'roster' | 'team' | 'replies' | 'privacy' | 'alerts' | 'account'
  /** Operators are led to no page of the owners. */
  isOwner?: boolean
}

/** The pages under Settings. */
export function SettingsMenu({ t, at, isOwner = true }: Props) {
  const pages = [
    { page: 'settings', name: t('settings.head'), isOwners: true },
    { page: 'words', name: t('words.title'), isOwners: true },
    { page: 'hours', name: t('hours.title'), isOwners: true },
    { page: 'roster', name: t('roster.title'), isOwners: false },
    { page: 'team', name: t('team.title'), isOwners: true },
    { page: 'replies', name: t('canned.title'), isOwners: false },
    { page: 'privacy', name: t('privacy.title'), isOwners: true },
    { page: 'alerts', name: t('alerts.title'), isOwners: false },
    { page: 'account', name: t('ownAccount.title'), isOwners: false },
  ] as const
  return (
    <PageMenu label={t('settings.title')} at={at}>
      {pages
        .filter(({ isOwners }) => isOwner || !isOwners)
        .map(({ page, name }) => (
          <a key={page} href={hashOf({ page })} aria-current={page === at ? 'page' : undefined}>
            {name}
          </a>
        ))}
    </PageMenu>
  )
}
