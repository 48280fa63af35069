import { useEffect } from 'preact/hooks'
import { lazily } from '../components/lazily.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { FaqModel } from '../models/faq.ts'
import { OwnersOnly } from '../pages/owners-only.tsx'
import { EntriesPage } from './entries-page.tsx'
import { EntryPage } from './entry-page.tsx'
import { LearnedPage } from './learned-page.tsx'
import { SearchesPage } from './searches-page.tsx'
import './entries.css'

const ChangesPage = lazily(async () => (await import('./changes-page.tsx')).ChangesPage)

/** Everything under Entries; what was loaded stays while one goes from page to page. */
export function EntriesPlace() {
  const { http, router, desk } = useInbox()
  const { leaving, entryDrafts: drafts, notice, team } = desk
  const site = () => team.settings.value.locales
  const faq = useModel(() => new FaqModel({ http, leaving, drafts, notice, site }))
  useEffect(() => {
    void faq.load()
  }, [faq])
  const place = router.place.value
  if (place.page === 'learned') return <LearnedPage faq={faq} />
  if (place.page === 'searches') return <SearchesPage faq={faq} />
  if (place.page === 'changes') return desk.team.self.value.isOwner ? <ChangesPage faq={faq} /> : <OwnersOnly />
  const { entryId, locale } = place.page === 'entries' ? place : {}
  return entryId === undefined ? (
    <EntriesPage faq={faq} />
  ) : (
    <EntryPage key={`${entryId} ${locale}`} faq={faq} id={entryId} locale={locale} />
  )
}
