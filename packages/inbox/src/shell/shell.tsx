import { PicturesFrom } from '@deskbell/ui'
import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Layer } from '../components/layer.tsx'
import { lazily } from '../components/lazily.tsx'
import { memoised } from '../components/memoised.ts'
import { ConversationsPage } from '../conversations/conversations-page.tsx'
import { useInbox } from '../inbox-context.ts'
import { relayHere } from '../models/files.ts'
import type { Place } from '../router.ts'
import { DutyMenu } from './duty-menu.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LinkLine } from './link-line.tsx'
import { NoticeBar } from './notice-bar.tsx'
import { PhoneTabs } from './places.tsx'
import { SoundLine } from './sound-line.tsx'
import { titleOf } from './title.ts'
import { TopBar } from './top-bar.tsx'
import { UntilLine } from './until-line.tsx'
import { useAlerts } from './use-alerts.ts'
import { useKeys } from './use-keys.ts'
import './shell.css'

const EntriesPlace = lazily(async () => (await import('../entries/entries-place.tsx')).EntriesPlace)
const SettingsPlace = lazily(async () => (await import('../pages/settings-place.tsx')).SettingsPlace)
const WaitsPlace = lazily(async () => (await import('../waits/waits-place.tsx')).WaitsPlace)
const Palette = lazily(async () => (await import('./palette.tsx')).Palette)

/** What is around the page does not change with every place. */
const Around = memoised(() => (
  <>
    <TopBar />
    <div class="lines">
      <LinkLine />
      <UntilLine />
      <SoundLine />
    </div>
  </>
))

/** The frame around every place: the bar above, tabs below on a phone, and what lies over the page. */
export function Shell() {
  const inbox = useInbox()
  const { desk, router } = inbox
  useKeys(inbox)
  useAlerts(inbox)
  useEffect(
    () =>
      effect(() => {
        document.title = titleOf(inbox)
      }),
    [inbox],
  )
  const frame = useRef<HTMLDivElement>(null)
  const place = router.place.value
  useEffect(() => {
    // What had the focus went with the place before; it goes on where this one begins.
    if (document.activeElement === document.body) frame.current?.querySelector('main')?.focus({ preventScroll: true })
  }, [place])
  const isReading = place.page === 'conversations' && place.conversationId !== undefined
  return (
    <PicturesFrom.Provider value={relayHere()}>
      <div ref={frame} class={isReading ? 'inbox inbox--reading' : 'inbox'}>
        <Around />
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
    </PicturesFrom.Provider>
  )
}

const entriesPages: readonly Place['page'][] = ['entries', 'changes', 'learned', 'searches']
const settingsPages: readonly Place['page'][] = [
  'settings',
  'words',
  'hours',
  'roster',
  'team',
  'replies',
  'privacy',
  'alerts',
  'account',
]

function PageHere() {
  const { page } = useInbox().router.place.value
  if (page === 'conversations') return <ConversationsPage />
  return (
    <main class="place" tabIndex={-1}>
      {entriesPages.includes(page) && <EntriesPlace />}
      {page === 'waits' && <WaitsPlace />}
      {settingsPages.includes(page) && <SettingsPlace />}
    </main>
  )
}
