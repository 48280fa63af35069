import { directionOf } from '@deskbell/locales'
import type { UsedWording } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { Faq } from '../models/faq.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { hashOf } from '../router.ts'
import { EntriesMenu } from './entries-menu.tsx'
import { HowLearned } from './how-learned.tsx'
import { WordingList } from './wording-list.tsx'

/** What visitors call the entries, entry by entry, the most learned first. */
export function LearnedPage({ faq }: { faq: Faq }) {
  const { t } = useInbox()
  const { list, wordings } = faq
  const states = [list.state.value, wordings.state.value]
  const isReady = states.every((state) => state === 'ready')
  const hasFailed = states.includes('failed')
  const trouble = wordings.trouble.value ?? list.trouble.value
  return (
    <Page head={t('wordings.head')} menu={<EntriesMenu faq={faq} />}>
      {isReady ? (
        <Learned faq={faq} />
      ) : (
        <PageState t={t} state={hasFailed ? 'failed' : 'loading'} trouble={trouble} onTryAgain={faq.load} />
      )}
      <div class="learned-how">
        <HowLearned />
      </div>
    </Page>
  )
}

function Learned({ faq }: { faq: Faq }) {
  const { t } = useInbox()
  const { list, wordings } = faq
  const groups = byEntry(wordings.wordings.value)
  if (groups.length === 0) return <p class="page-empty">{t('wordings.none')}</p>
  return (
    <>
      {groups.map(([entryId, of]) => {
        const row = list.rows.value.find(({ id }) => id === entryId)
        const headId = `wordings-of-${entryId}`
        return (
          <section key={entryId} class="learned-entry">
            <h2 id={headId}>
              <a href={hashOf({ page: 'entries', entryId })}>
                <bdi lang={row?.locale} dir={row && directionOf(row.locale)}>
                  {row?.question ?? entryId}
                </bdi>
              </a>
            </h2>
            <WordingList model={wordings} of={of} labelledBy={headId} />
          </section>
        )
      })}
    </>
  )
}

/** The entries with what was learned for each, the most frequent first. */
function byEntry(wordings: readonly UsedWording[]): [string, UsedWording[]][] {
  const groups = new Map<string, UsedWording[]>()
  for (const one of wordings.toSorted((a, b) => b.count - a.count)) {
    groups.set(one.entryId, [...(groups.get(one.entryId) ?? []), one])
  }
  return [...groups]
}
