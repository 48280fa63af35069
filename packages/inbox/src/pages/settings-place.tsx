import { useInbox } from '../inbox-context.ts'
import { OwnShiftsPage } from '../roster/own-shifts-page.tsx'
import { RosterPage } from '../roster/roster-page.tsx'
import { AccountPage } from './account-page.tsx'
import { AlertsPage } from './alerts-page.tsx'
import { HoursPage } from './hours-page.tsx'
import { OwnersOnly } from './owners-only.tsx'
import { PersonPage } from './person-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RepliesPage } from './replies-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { TeamPage } from './team-page.tsx'
import { WordsPage } from './words-page.tsx'

/** The pages under Settings: operators have four of them. */
export function SettingsPlace() {
  const { router, desk } = useInbox()
  const { page } = router.place.value
  if (page === 'account') return <AccountPage />
  if (page === 'alerts') return <AlertsPage />
  if (page === 'replies') return <RepliesPage />
  if (desk.team.self.value.isOwner) return <OwnersPage />
  return page === 'roster' ? <OwnShiftsPage /> : <OwnersOnly />
}

function OwnersPage() {
  const { t, locale, http, router, desk } = useInbox()
  const { self, members } = desk.team
  const place = router.place.value
  const { page } = place
  const person = place.page === 'team' ? place.operatorId : undefined
  const given = { http, t, team: members.value }
  return (
    <>
      {page === 'privacy' && <PrivacyPage {...given} />}
      {page === 'settings' && <SettingsPage {...given} />}
      {page === 'hours' && <HoursPage />}
      {page === 'roster' && <RosterPage team={members.value} />}
      {page === 'words' && <WordsPage team={members.value} />}
      {page === 'team' && person === undefined && <TeamPage {...given} locale={locale} selfId={self.value.id} />}
      {person !== undefined && <PersonPage key={person} id={person} />}
    </>
  )
}
