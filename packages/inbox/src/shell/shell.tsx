import { useSignalEffect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Layer } from '../components/layer.tsx'
import { lazily } from '../components/lazily.tsx'
import { ConversationsPage } from '../conversations/conversations-page.tsx'
import { EntriesPlace } from '../entries/entries-place.tsx'
import { useInbox } from '../inbox-context.ts'
import { AccountPage } from '../pages/account-page.tsx'
import { OwnersOnly } from '../pages/owners-only.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { PrivacyPage } from '../pages/privacy-page.tsx'
import { RepliesPage } from '../pages/replies-page.tsx'
import { SettingsPage } from '../pages/settings-page.tsx'
import { TeamPage } from '../pages/team-page.tsx'
import type { Place } from '../router.ts'
import { WaitsPage } from '../waits/waits-page.tsx'
import { DutyMenu } from './duty-menu.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LinkLine } from './link-line.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { PhoneTabs } from './places.tsx'
import { titleOf } from './title.ts'
import { TopBar } from './top-bar.tsx'
import { UntilLine } from './until-line.tsx'
import { useKeys } from './use-keys.ts'
import './shell.css'

const Palette = lazily(async () => (await import('./palette.tsx')).Palette)

/** The frame around every place: the bar above, tabs below on a phone, and what lies over the page. */
export function Shell() {
  const inbox = useInbox()
  const { desk, router } = inbox
  useKeys(inbox)
  useSignalEffect(() => {
    document.title = titleOf(inbox)
  })
  const frame = useRef<HTMLDivElement>(null)
  const place = router.place.value
  useEffect(() => {
    // What had the focus went with the place before; it goes on where this one begins.
    if (document.activeElement === document.body) frame.current?.querySelector('main')?.focus({ preventScroll: true })
  }, [place])
  const isReading = place.page === 'conversations' && place.conversationId !== undefined
  return (
    <div ref={frame} class={isReading ? 'inbox inbox--reading' : 'inbox'}>
      <TopBar />
      <LinkLine />
      <UntilLine />
      <PageHere />
      <PhoneTabs />
      <NoticeBar />
      {desk.view.layer.value === 'duty' && <DutyMenu />}
      {desk.view.layer.value === 'keys' && <KeysDialog />}
      {desk.view.layer.value === 'palette' && (
        <Layer kind="palette" label={inbox.t('palette.label')} onClose={desk.view.closeLayer}>
          <Palette />
        </Layer>
      )}
    </div>
  )
}

function PageHere() {
  const { router, desk } = useInbox()
  const { page } = router.place.value
  if (page === 'conversations') return <ConversationsPage />
  return (
    <main class="place" tabIndex={-1}>
      {(page === 'entries' || page === 'learned' || page === 'searches') && <EntriesPlace />}
      {page === 'account' && <AccountPage />}
      {page === 'replies' && <RepliesPage />}
      {ownersPages.includes(page) && (desk.team.self.value.isOwner ? <OwnersPage /> : <OwnersOnly />)}
    </main>
  )
}

const ownersPages: readonly Place['page'][] = ['waits', 'settings', 'team', 'privacy']

function OwnersPage() {
  const { t, locale, http, router, desk } = useInbox()
  const { self, members } = desk.team
  const place = router.place.value
  const { page } = place
  const person = place.page === 'team' ? place.operatorId : undefined
  const given = { http, t, team: members.value }
  return (
    <>
      {page === 'waits' && <WaitsPage />}
      {page === 'privacy' && <PrivacyPage {...given} />}
      {page === 'settings' && <SettingsPage {...given} />}
      {page === 'team' && person === undefined && <TeamPage {...given} locale={locale} selfId={self.value.id} />}
      {person !== undefined && <PersonPage key={person} id={person} />}
    </>
  )
}
