import { chooseLocale, widgetLocales } from '@deskbell/locales'
import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import type { Inbox } from '../inbox-context.ts'
import { SetUpModel, type SetUpStep } from '../models/set-up.ts'
import { Door } from './door.tsx'
import { DoorNotice } from './door-notice.tsx'
import type { DoorProps } from './page-props.ts'
import { SetUpAnswers } from './set-up-answers.tsx'
import { SetUpDone } from './set-up-done.tsx'
import { SetUpSite } from './set-up-site.tsx'
import { SetUpYou } from './set-up-you.tsx'
import { WidgetPreview } from './widget-preview.tsx'

interface Props extends DoorProps {
  token: string
  /** Once the owner is signed in. */
  inbox: Inbox | undefined
  /** Leaves the set-up: for the inbox when it is done, else for the sign-in page. */
  onLeave: () => void
}

const form: readonly SetUpStep[] = ['you', 'site', 'answers', 'done']

/**
 * The page behind the one-time link: the first owner, the site, the snippet. `session.signedIn` is called when the account
 * is made, so that the operator is on duty while the snippet is still on screen; `onLeave` when they go on.
 */
export function SetUp({ http, t, session, token, inbox, onLeave }: Props) {
  const locale = chooseLocale(navigator.languages, widgetLocales, 'en')
  const signedIn: typeof session.signedIn = (operator) => session.signedIn(operator, { goOnDuty: true })
  const model = useModel(() => new SetUpModel({ http, token, locale, signedIn }))
  useEffect(() => {
    void model.check()
  }, [model])
  useEffect(() => {
    document.title = `${t('setUp.title')} · Deskbell`
  }, [t])
  const step = model.step.value
  const siteName = model.siteName.value.trim() || 'Deskbell'
  const { name } = model.account.typed.value
  const people = name ? [{ name }] : []
  const { accent } = model.given.value
  const looks = { locale: model.locale.value, ...(accent && { accent }) }
  const preview = <WidgetPreview t={t} siteName={siteName} people={people} {...looks} />
  return (
    <Door
      name="Deskbell"
      foot={step === 'you' || step === 'site' ? t('setUp.once') : ''}
      side={form.includes(step) && preview}
    >
      {step === 'checking' && <p role="status">{t('setUp.checking')}</p>}
      {step === 'unreachable' && (
        <DoorNotice text={t('common.unanswered')} action={t('common.tryAgain')} onAction={model.check} />
      )}
      {step === 'link-used' && (
        <DoorNotice head={t('setUp.usedHead')} text={t('setUp.used')} action={t('setUp.toSignIn')} onAction={onLeave} />
      )}
      {step === 'you' && <SetUpYou t={t} model={model} />}
      {step === 'site' && <SetUpSite t={t} model={model} />}
      {step === 'answers' && inbox && <SetUpAnswers inbox={inbox} onDone={model.goOn} />}
      {step === 'done' && <SetUpDone http={http} t={t} model={model} onLeave={onLeave} />}
    </Door>
  )
}
