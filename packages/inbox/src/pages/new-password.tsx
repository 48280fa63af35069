import type { InboxTranslate } from '@deskbell/locales'
import { limits } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { NewPasswordModel } from '../models/new-password.ts'
import { Door } from './door.tsx'
import { DoorNotice } from './door-notice.tsx'
import { Form } from './form.tsx'
import type { DoorProps } from './page-props.ts'
import { PasswordField } from './password-field.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

interface Props extends DoorProps {
  token: string
  /** Leaves the link for the sign-in page. */
  onSignIn: () => void
}

/** The page behind a link for a lost password. */
export function NewPassword({ http, t, session, token, onSignIn }: Props) {
  const model = useModel(() => new NewPasswordModel(http, token, (operator) => session.signedIn(operator)))
  const siteName = model.whose.value.siteName || 'Deskbell'
  useEffect(() => {
    void model.check()
  }, [model])
  useEffect(() => {
    document.title = `${t('newPassword.title')} · ${siteName}`
  }, [t, siteName])
  const state = model.state.value
  return (
    <Door name={siteName} foot={state === 'open' ? t('newPassword.once') : ''}>
      {state === 'checking' && <p role="status">{t('newPassword.checking')}</p>}
      {state === 'unreachable' && (
        <DoorNotice text={t('common.unanswered')} action={t('common.tryAgain')} onAction={model.check} />
      )}
      {state === 'link-used' && (
        <DoorNotice
          head={t('newPassword.usedHead')}
          text={t('newPassword.used')}
          action={t('join.toSignIn')}
          onAction={onSignIn}
        />
      )}
      {state === 'open' && <NewPasswordForm t={t} model={model} />}
    </Door>
  )
}

function NewPasswordForm({ t, model }: { t: InboxTranslate; model: InstanceType<typeof NewPasswordModel> }) {
  const { whose, password, isBusy, trouble, submit } = model
  const { name, email } = whose.value
  const head = t('newPassword.head', { name })
  return (
    <>
      <h1>{head}</h1>
      <p class="quiet">{t('newPassword.text')}</p>
      <Form label={head} onSubmit={submit}>
        <TextField
          t={t}
          label={t('account.email')}
          type="email"
          autocomplete="username"
          value={email}
          isReadOnly
          onValue={() => undefined}
        />
        <PasswordField
          t={t}
          label={t('newPassword.label')}
          hint={t('account.passwordHint', { least: limits.passwordMinimum })}
          autocomplete="new-password"
          value={password.value.value}
          fault={password.fault.value}
          onValue={(value) => {
            password.value.value = value
          }}
        />
        <Trouble t={t} of={trouble.value} />
        <button class="button button-main" type="submit" aria-disabled={isBusy.value}>
          {t(isBusy.value ? 'newPassword.busy' : 'newPassword.submit')}
        </button>
      </Form>
    </>
  )
}
