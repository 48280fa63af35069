import { useInbox } from '../inbox-context.ts'
import { hashOf } from '../router.ts'
import { listed } from '../words/names.ts'
import { Page } from './page.tsx'

/** What an operator reads behind a link to a page of the owners: whom to ask, and where to go on. */
export function OwnersOnly() {
  const { t, locale, desk } = useInbox()
  const owners = desk.team.members.value.filter(({ isOwner }) => isOwner).map(({ name }) => name)
  return (
    <Page head={t('ownersOnly.head')} text={t('ownersOnly.text', { names: listed(owners, locale, 'disjunction') })}>
      <p class="page-ways">
        <a class="button button-main" href={hashOf({ page: 'conversations' })}>
          {t('ownersOnly.toConversations')}
        </a>
        <a class="button" href={hashOf({ page: 'account' })}>
          {t('ownAccount.title')}
        </a>
      </p>
    </Page>
  )
}
