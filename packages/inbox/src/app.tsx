import type { Http } from '@deskbell/client/http'
import type { ReadonlySignal } from '@preact/signals'
import { useErrorBoundary, useMemo } from 'preact/hooks'
import { lazilyOutside } from './components/lazily.tsx'
import { type Inbox, InboxContext } from './inbox-context.ts'
import { LanguageContext } from './language-context.ts'
import type { Desk } from './models/desk.ts'
import type { Language, Spoken } from './models/language.ts'
import type { Session } from './models/session.ts'
import { SetUpNeeded } from './pages/set-up-needed.tsx'
import { SignIn } from './pages/sign-in.tsx'
import type { Router } from './router.ts'
import { Shell } from './shell/shell.tsx'
import { Standstill } from './shell/standstill.tsx'

const SetUp = lazilyOutside(async () => (await import('./pages/set-up.tsx')).SetUp)
const JoinDesk = lazilyOutside(async () => (await import('./pages/join-desk.tsx')).JoinDesk)
const NewPassword = lazilyOutside(async () => (await import('./pages/new-password.tsx')).NewPassword)

interface Given {
  language: Language
  http: Http
  router: Router
  session: Session
  desk: ReadonlySignal<Desk | undefined>
}

type Props = Omit<Given, 'language'> & Spoken

/** The whole inbox, in the language of whoever sits here. */
export function App({ language, ...given }: Given) {
  return (
    <LanguageContext.Provider value={language}>
      <Everything {...given} {...language.spoken.value} />
    </LanguageContext.Provider>
  )
}

/** The way in, or what lies behind it. */
function Everything(props: Props) {
  const { t, router, session } = props
  const [broken] = useErrorBoundary((error) => console.error('The inbox could not be drawn.', error))
  const reload = () => location.reload()
  if (broken) {
    return (
      <Standstill head={t('shell.brokenHead')} text={t('shell.brokenText')} action={t('shell.reload')} do={reload} />
    )
  }
  const place = router.place.value
  const leave = () => router.go({ page: 'conversations' }, 'replace')
  if (place.page === 'set-up') {
    return <SetUp {...props} inbox={inboxOf(props)} key={place.token} token={place.token} onLeave={leave} />
  }
  if (place.page === 'join' || place.page === 'new-password') {
    const signedIn: Session['signedIn'] = (operator, options) => {
      session.signedIn(operator, options)
      leave()
    }
    const Behind = place.page === 'join' ? JoinDesk : NewPassword
    return <Behind {...props} key={place.token} session={{ signedIn }} token={place.token} onSignIn={leave} />
  }
  return <Inside {...props} />
}

function inboxOf({ t, locale, http, router, session, desk }: Props): Inbox | undefined {
  return desk.value && { t, locale, http, router, desk: desk.value, signOut: session.signOut }
}

function Inside(props: Props) {
  const { t, http, session } = props
  const reply = session.state.value
  if (!reply) {
    if (!session.isUnreachable.value) return <Standstill head={t('shell.opening')} isBusy />
    const { ask } = session
    return <Standstill head={t('shell.lostHead')} text={t('shell.lostText')} action={t('common.tryAgain')} do={ask} />
  }
  if (reply.state === 'set-up-needed') return <SetUpNeeded t={t} onLookAgain={session.ask} />
  if (reply.state === 'signed-out') return <SignIn http={http} t={t} session={session} siteName={reply.siteName} />
  return <AtTheDesk {...props} />
}

function AtTheDesk(props: Props) {
  const { t, locale, http, router, session } = props
  const desk = props.desk.value
  // The same as long as what is in it is: a new one draws every view behind it anew, however far from what changed.
  const inbox = useMemo(() => inboxOf(props), [t, locale, http, router, session, desk])
  if (!inbox) return <Standstill head={t('shell.opening')} isBusy />
  return (
    <InboxContext.Provider value={inbox}>
      <Shell />
    </InboxContext.Provider>
  )
}
