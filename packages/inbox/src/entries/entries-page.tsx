import type { InboxTranslate } from '@deskbell/locales'
import { plusIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { lazily } from '../components/lazily.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryListing } from '../models/entry-list.ts'
import type { Faq } from '../models/faq.ts'
import { languageName } from '../pages/language-name.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { EntriesMenu } from './entries-menu.tsx'
import { EntryFilter } from './entry-filter.tsx'
import { EntryTable } from './entry-table.tsx'
import { UnsavedEntries } from './unsaved-entries.tsx'

const OrderTable = lazily(async () => (await import('./order-table.tsx')).OrderTable)
const EntryImportPanel = lazily(async () => (await import('./entry-import-panel.tsx')).EntryImportPanel)

/** All answers of the desk: looked through, written, brought in from a file. */
export function EntriesPage({ faq }: { faq: Faq }) {
  const { t, desk } = useInbox()
  const { list } = faq
  const isImportOpen = useSignal(false)
  const isOrdering = useSignal(false)
  const state = list.state.value
  const { isOwner } = desk.team.self.value
  const isEmpty = state === 'ready' && list.entries.value.length === 0
  const keepOpen = () => {
    isImportOpen.value = true
  }
  return (
    <Page
      head={t('entries.title')}
      text={state === 'ready' && !isEmpty ? summary(t, list) : undefined}
      menu={<EntriesMenu faq={faq} />}
      actions={isOwner && state === 'ready' && <Actions {...{ isEmpty, isImportOpen, isOrdering, list }} />}
    >
      {isOwner && <UnsavedEntries list={list} />}
      {isOwner && (isImportOpen.value || isEmpty) && (
        <EntryImportPanel list={list} isFirst={isEmpty} onDone={keepOpen} />
      )}
      {state === 'ready' ? (
        <Found list={list} isOrdering={isOrdering.value} />
      ) : (
        <PageState t={t} state={state} trouble={list.trouble.value} onTryAgain={list.load} />
      )}
    </Page>
  )
}

interface ActionsProps {
  isEmpty: boolean
  isImportOpen: { value: boolean }
  isOrdering: { value: boolean }
  list: EntryListing
}

function Actions({ isEmpty, isImportOpen, isOrdering, list }: ActionsProps) {
  const { t, router, desk } = useInbox()
  const toggle = () => {
    isImportOpen.value = !isImportOpen.value
  }
  const toggleOrder = () => {
    isOrdering.value = !isOrdering.value
  }
  const begin = () => router.go({ page: 'entries', entryId: desk.entryDrafts.begin(list.locale.value) })
  return (
    <>
      {!isEmpty && (
        <button class="button" type="button" aria-expanded={isImportOpen.value} onClick={toggle}>
          {t('entryImport.open')}
        </button>
      )}
      {list.entries.value.length > 1 && (
        <Button pressed={isOrdering.value} onClick={toggleOrder}>
          {t('entries.order')}
        </Button>
      )}
      <Button kind="main" icon={plusIcon} onClick={begin}>
        {t('entries.new')}
      </Button>
    </>
  )
}

function Found({ list, isOrdering }: { list: EntryListing; isOrdering: boolean }) {
  const { t, desk } = useInbox()
  const { isOwner } = desk.team.self.value
  if (list.entries.value.length === 0) return isOwner ? null : <p class="page-empty">{t('entries.emptyOperator')}</p>
  if (isOrdering) return <OrderTable list={list} />
  return (
    <>
      <EntryFilter t={t} list={list} />
      <EntryTable t={t} list={list} />
    </>
  )
}

/** The finding: how many, in how many languages, and where the most is missing. */
function summary(t: InboxTranslate, { entries, locales, gap }: EntryListing): string {
  const widest = gap.value
  return [
    t('entries.summary', { count: entries.value.length }),
    t('entries.inLanguages', { count: locales.value.length }),
    widest
      ? t('entries.gap', { language: languageName(widest.locale), missing: widest.missing })
      : t('entries.complete'),
  ].join(' ')
}
