import { sentences } from '@deskbell/locales'
import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { JoinDeskModel } from '../models/join-desk.ts'
import { AccountFields } from './account-fields.tsx'
import { Door } from './door.tsx'
import { DoorNotice } from './door-notice.tsx'
import { Form } from './form.tsx'
import type { DoorProps } from './page-props.ts'
import { Trouble } from './trouble.tsx'

interface Props extends DoorProps {
  token: string
  /** Leaves the invitation for the sign-in page. */
  onSignIn: () => void
}

/** The page behind an invitation: a colleague makes their account. */
export function JoinDesk({ http, t, session, token, onSignIn }: Props) {
  const model = useModel(() => new JoinDeskModel(http, token, (operator) => session.signedIn(operator)))
  const siteName = model.siteName.value || 'Deskbell'
  useEffect(() => {
    void model.check()
  }, [model])
  useEffect(() => {
    document.title = `${t('join.title')} · ${siteName}`
  }, [t, siteName])
  const state = model.state.value
  return (
    <Door name={siteName} foot={state === 'open' ? t('join.once') : ''}>
      {state === 'checking' && <p role="status">{t('join.checking')}</p>}
      {state === 'unreachable' && (
        <DoorNotice text={t('common.unanswered')} action={t('common.tryAgain')} onAction={model.check} />
      )}
      {state === 'link-used' && (
        <DoorNotice
          head={t('join.usedHead')}
          text={sentences(t('join.used'), t('join.haveAccount'))}
          action={t('join.toSignIn')}
          onAction={onSignIn}
        />
      )}
      {state === 'open' && (
        <>
          <h1>{t('join.head', { siteName })}</h1>
          <p class="quiet">{t('join.text', { siteName })}</p>
          <Form label={t('join.head', { siteName })} onSubmit={model.submit}>
            <AccountFields t={t} account={model.account} />
            <Trouble t={t} of={model.trouble.value} />
            <button class="button button-main" type="submit" aria-disabled={model.isBusy.value}>
              {t(model.isBusy.value ? 'join.busy' : 'join.submit')}
            </button>
          </Form>
        </>
      )}
    </Door>
  )
}
