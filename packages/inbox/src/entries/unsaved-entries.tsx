import { directionOf } from '@deskbell/locales'
import { useInbox } from '../inbox-context.ts'
import type { EntryDraft } from '../models/entry-drafts.ts'
import { wordsIn, writtenLocales } from '../models/entry-form.ts'
import type { EntryListing } from '../models/entry-list.ts'
import { hashOf } from '../router.ts'

/** New entries that were begun on this device and not saved. */
export function UnsavedEntries({ list }: { list: EntryListing }) {
  const { t, desk } = useInbox()
  const known = new Set(list.entries.value.map(({ id }) => id))
  const begun = Object.values(desk.entryDrafts.drafts.value).filter(
    ({ entry }) => !known.has(entry.id) && writtenLocales(entry).length > 0,
  )
  if (list.state.value !== 'ready' || begun.length === 0) return null
  return (
    <section class="unsaved-entries" aria-labelledby="unsaved-head">
      <h2 id="unsaved-head">{t('entries.unsavedHead')}</h2>
      <ul>
        {begun.map((draft) => (
          <li key={draft.entry.id}>
            <Unsaved draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unsaved({ draft: { entry, locale } }: { draft: EntryDraft }) {
  const { t } = useInbox()
  const { question } = wordsIn(entry, locale)
  return (
    <a class="link" href={hashOf({ page: 'entries', entryId: entry.id })} data-entry={entry.id}>
      {question ? (
        <bdi lang={locale} dir={directionOf(locale)}>
          {question}
        </bdi>
      ) : (
        t('entries.untitled')
      )}
    </a>
  )
}
