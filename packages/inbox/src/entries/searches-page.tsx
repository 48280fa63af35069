import type { SearchGroup } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useInbox } from '../inbox-context.ts'
import type { Faq } from '../models/faq.ts'
import { dismissalOf, keyOf, searchedDays } from '../models/search-groups.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { EntriesMenu } from './entries-menu.tsx'
import { SearchRow } from './search-row.tsx'
import './searches.css'

/** What visitors searched and left without an answer, the most frequent first, and what to make of it. */
export function SearchesPage({ faq }: { faq: Faq }) {
  const { t } = useInbox()
  const { list, searches } = faq
  const states = [list.state.value, searches.state.value]
  const isReady = states.every((state) => state === 'ready')
  const trouble = searches.trouble.value ?? list.trouble.value
  const isEmpty = searches.groups.value.length === 0
  return (
    <Page
      head={t('searches.head')}
      text={isReady && !isEmpty ? t('searches.text', { days: searchedDays }) : undefined}
      menu={<EntriesMenu faq={faq} />}
    >
      {isReady ? (
        <Groups faq={faq} />
      ) : (
        <PageState
          t={t}
          state={states.includes('failed') ? 'failed' : 'loading'}
          trouble={trouble}
          onTryAgain={faq.load}
        />
      )}
    </Page>
  )
}

function Groups({ faq }: { faq: Faq }) {
  const { t, router, desk } = useInbox()
  const attaching = useSignal<SearchGroup | undefined>(undefined)
  const groups = faq.searches.groups.value
  if (groups.length === 0) return <Empty />
  const write = (group: SearchGroup) => {
    const { locale, query } = group
    router.go({ page: 'entries', entryId: desk.entryDrafts.begin(locale, query, dismissalOf(group)) })
  }
  const attach = (group: SearchGroup) => {
    attaching.value = group
  }
  const parts = { faq, onWrite: write, onAttach: attach }
  const chosen = attaching.value
  return (
    <>
      <GroupTable {...parts} kind="nothing-found" groups={groups.filter(({ kind }) => kind === 'nothing-found')} />
      <GroupTable {...parts} kind="unhelpful" groups={groups.filter(({ kind }) => kind === 'unhelpful')} />
      <p class="searches-kept">{t('searches.kept')}</p>
      {chosen && (
        <AttachDialog
          faq={faq}
          group={chosen}
          onWrite={() => write(chosen)}
          onClose={() => {
            attaching.value = undefined
          }}
        />
      )}
    </>
  )
}

interface TableProps {
  faq: Faq
  kind: SearchGroup['kind']
  groups: readonly SearchGroup[]
  onWrite: (group: SearchGroup) => void
  onAttach: (group: SearchGroup) => void
}

function GroupTable({ faq, kind, groups, onWrite, onAttach }: TableProps) {
  const { t } = useInbox()
  if (groups.length === 0) return null
  const most = Math.max(...groups.map(({ count }) => count))
  const headId = `searches-${kind}`
  return (
    <section class="searches" aria-labelledby={headId}>
      <h2 id={headId}>{t(kind === 'unhelpful' ? 'searches.unhelpful' : 'searches.nothingFound')}</h2>
      <table class="search-table" aria-labelledby={headId}>
        <thead>
          <tr>
            <th scope="col">{t('searches.words')}</th>
            <th scope="col">{t('searches.times')}</th>
            <th scope="col">{t('searches.last')}</th>
            <th scope="col">{t(kind === 'unhelpful' ? 'searches.didNotHelp' : 'searches.nearest')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('searches.do')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group, index) => (
            <SearchRow
              key={keyOf(group)}
              faq={faq}
              group={group}
              index={index}
              share={group.count / most}
              onWrite={() => onWrite(group)}
              onAttach={() => onAttach(group)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Empty() {
  const { t } = useInbox()
  return (
    <div class="page-empty">
      <p>
        <b>{t('searches.emptyHead')}</b>
      </p>
      <p>{t('searches.emptyText')}</p>
    </div>
  )
}
