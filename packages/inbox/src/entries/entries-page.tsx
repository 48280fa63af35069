import type { InboxTranslate } from '@deskbell/locales'
import { useModel, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { EntryImportModel } from '../models/entry-import.ts'
import { type EntryListing, EntryListModel } from '../models/entry-list.ts'
import { EntryReadingModel } from '../models/entry-reading.ts'
import { languageName } from '../pages/language-name.ts'
import { Page } from '../pages/page.tsx'
import type { PageProps } from '../pages/page-props.ts'
import { PageState } from '../pages/page-state.tsx'
import { EntryCategories } from './entry-categories.tsx'
import { EntryFilter } from './entry-filter.tsx'
import { EntryImportPanel } from './entry-import-panel.tsx'
import { EntryTable } from './entry-table.tsx'
import { EntryView } from './entry-view.tsx'
import './entries.css'

interface Props extends PageProps {
  /** Only the site owner brings entries in. */
  isOwner: boolean
}

/** All answers of the desk: looked through, read as visitors read them, brought in from a file. */
export function EntriesPage({ http, t, isOwner }: Props) {
  const list = useModel(() => new EntryListModel(http))
  const reading = useModel(() => new EntryReadingModel(http, list.locale))
  const importing = useModel(
    () =>
      new EntryImportModel(http, () => {
        reading.forget()
        void list.load()
      }),
  )
  const isImportOpen = useSignal(false)
  useEffect(() => {
    void list.load()
  }, [list])
  const state = list.state.value
  const menu = <EntryCategories t={t} list={list} onChoose={() => reading.open(undefined)} />
  if (reading.openId.value !== undefined) {
    return (
      <div class="page page--menu">
        {menu}
        <EntryView t={t} list={list} reading={reading} />
      </div>
    )
  }
  const isEmpty = state === 'ready' && list.entries.value.length === 0
  return (
    <Page
      head={t('entries.title')}
      text={state === 'ready' && !isEmpty ? summary(t, list) : undefined}
      menu={menu}
      actions={isOwner && !isEmpty && <ImportButton t={t} isOpen={isImportOpen} />}
    >
      {isOwner && (isImportOpen.value || isEmpty) && <EntryImportPanel t={t} model={importing} isFirst={isEmpty} />}
      {state === 'ready' ? (
        <Found t={t} list={list} isOwner={isOwner} onOpen={reading.open} />
      ) : (
        <PageState t={t} state={state} trouble={list.trouble.value} onTryAgain={list.load} />
      )}
    </Page>
  )
}

function ImportButton({ t, isOpen }: { t: InboxTranslate; isOpen: { value: boolean } }) {
  return (
    <button
      class="button"
      type="button"
      aria-expanded={isOpen.value}
      onClick={() => {
        isOpen.value = !isOpen.value
      }}
    >
      {t('entryImport.open')}
    </button>
  )
}

interface FoundProps {
  t: InboxTranslate
  list: EntryListing
  isOwner: boolean
  onOpen: (id: string) => void
}

function Found({ t, list, isOwner, onOpen }: FoundProps) {
  if (list.entries.value.length === 0) return isOwner ? null : <p class="page-empty">{t('entries.emptyOperator')}</p>
  return (
    <>
      <EntryFilter t={t} list={list} />
      <EntryTable t={t} list={list} onOpen={onOpen} />
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
