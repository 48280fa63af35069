import { useModel } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { FaqModel } from '../models/faq.ts'
import { EntriesPage } from './entries-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { LearnedPage } from './learned-page.tsx'
import { SearchesPage } from './searches-page.tsx'
import './entries.css'

/** Everything under Entries; what was loaded stays while one goes from page to page. */
export function EntriesPlace() {
  const { http, router, desk } = useInbox()
  const { leaving, entryDrafts: drafts, notice } = desk
  const faq = useModel(() => new FaqModel({ http, leaving, drafts, notice }))
  useEffect(() => {
    void faq.load()
  }, [faq])
  const place = router.place.value
  if (place.page === 'learned') return <LearnedPage faq={faq} />
  if (place.page === 'searches') return <SearchesPage faq={faq} />
  const entryId = place.page === 'entries' ? place.entryId : undefined
  return entryId === undefined ? <EntriesPage faq={faq} /> : <EntryPage key={entryId} faq={faq} id={entryId} />
}
