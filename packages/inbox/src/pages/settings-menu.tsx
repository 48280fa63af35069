import type { InboxTranslate } from '@deskbell/locales'
import { hashOf } from '../router.ts'

interface Props {
  t: InboxTranslate
  at: 'settings' | 'team' | 'replies' | 'privacy' | 'account'
}

/** The pages under Settings. */
export function SettingsMenu({ t, at }: Props) {
  const pages = [
    { page: 'settings', name: t('settings.head') },
    { page: 'team', name: t('team.title') },
    { page: 'replies', name: t('canned.title') },
    { page: 'privacy', name: t('privacy.title') },
    { page: 'account', name: t('ownAccount.title') },
  ] as const
  return (
    <nav class="page-menu" aria-label={t('settings.title')}>
      {pages.map(({ page, name }) => (
        <a key={page} href={hashOf({ page })} aria-current={page === at ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
