import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { SignInModel } from '../models/sign-in.ts'
import { Door } from './door.tsx'
import { Form } from './form.tsx'
import type { DoorProps } from './page-props.ts'
import { PasswordField } from './password-field.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

interface Props extends DoorProps {
  siteName: string
}

/** The way in for operators who have an account. */
export function SignIn({ http, t, session, siteName }: Props) {
  const model = useModel(() => new SignInModel(http, (operator) => session.signedIn(operator)))
  const { email, password, isBusy, fault } = model
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${siteName}`
  }, [t, siteName])
  return (
    <Door name={siteName} foot={t('signIn.noAccount')}>
      <h1>{t('signIn.head')}</h1>
      <Form label={t('signIn.head')} onSubmit={model.submit}>
        <TextField
          t={t}
          label={t('signIn.email')}
          type="email"
          autocomplete="username"
          value={email.value}
          onValue={(value) => {
            email.value = value
          }}
        />
        <PasswordField
          t={t}
          label={t('signIn.password')}
          autocomplete="current-password"
          value={password.value}
          onValue={(value) => {
            password.value = value
          }}
        />
        <Trouble t={t} of={fault.value} />
        <button class="button button-main" type="submit" aria-disabled={isBusy.value}>
          {t(isBusy.value ? 'signIn.busy' : 'signIn.submit')}
        </button>
      </Form>
      <p class="quiet">{t('signIn.comesInAway')}</p>
      <p class="quiet">{t('signIn.forgotten')}</p>
    </Door>
  )
}
