import type { EntryId, Locale } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { Faq } from '../models/faq.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { hashOf } from '../router.ts'
import { EntriesMenu } from './entries-menu.tsx'
import { EntryEditor } from './entry-editor.tsx'
import { EntryView } from './entry-view.tsx'

/** One entry: written by the site owner, read by the others. */
export function EntryPage({ faq, id, locale }: { faq: Faq; id: EntryId; locale: Locale | undefined }) {
  const { t, desk } = useInbox()
  const { list } = faq
  const state = list.state.value
  const menu = <EntriesMenu faq={faq} />
  if (state !== 'ready') {
    return (
      <Page head={t('entries.title')} menu={menu}>
        <PageState t={t} state={state} trouble={list.trouble.value} onTryAgain={list.load} />
      </Page>
    )
  }
  const { isOwner } = desk.team.self.value
  const entry = list.entries.value.find((one) => one.id === id)
  const isThere = entry !== undefined || (isOwner && Object.hasOwn(desk.entryDrafts.drafts.value, id))
  if (!isThere) {
    return (
      <Page head={t('entry.gone')} menu={menu}>
        <a class="button" href={hashOf({ page: 'entries' })}>
          {t('entries.back')}
        </a>
      </Page>
    )
  }
  return (
    <div class="page page--menu">
      {menu}
      {isOwner ? <EntryEditor faq={faq} id={id} asked={locale} /> : <EntryView list={list} id={id} />}
    </div>
  )
}
