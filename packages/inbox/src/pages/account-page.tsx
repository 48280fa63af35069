import { limits } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { OwnPasswordModel } from '../models/own-password.ts'
import type { Wording } from '../models/wording.ts'
import { Done } from './done.tsx'
import { Form } from './form.tsx'
import { OwnLanguage } from './own-language.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { Page } from './page.tsx'
import { PasswordField } from './password-field.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { ShownForm } from './shown-form.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'
import './access.css'

/** One's own account: what visitors see, the language, the password, where one is signed in, and the way out of every browser. */
export function AccountPage() {
  const { t, desk } = useInbox()
  const { name, isOwner } = desk.team.self.value
  const menu = <SettingsMenu t={t} at="account" isOwner={isOwner} />
  return (
    <Page head={t('ownAccount.title')} text={t('ownAccount.text', { name })} menu={menu}>
      <div class="access">
        <ShownForm operator={desk.team.self} />
        <OwnLanguage />
        <OwnPassword />
        <OwnSessions />
        <SignOutEverywhere />
      </div>
    </Page>
  )
}

function OwnPassword() {
  const { t, http, desk } = useInbox()
  const { current, chosen, currentFault, trouble, state, submit } = useModel(() => new OwnPasswordModel(http))
  const { email } = desk.team.self.value
  const isSaving = state.value === 'saving'
  return (
    <section aria-label={t('ownAccount.passwordHead')}>
      <h2>{t('ownAccount.passwordHead')}</h2>
      <Form label={t('ownAccount.passwordHead')} onSubmit={submit}>
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
          label={t('ownAccount.current')}
          autocomplete="current-password"
          value={current.value}
          fault={currentFault.value}
          onValue={(value) => {
            current.value = value
          }}
        />
        <PasswordField
          t={t}
          label={t('newPassword.label')}
          hint={t('account.passwordHint', { least: limits.passwordMinimum })}
          autocomplete="new-password"
          value={chosen.value.value}
          fault={chosen.fault.value}
          onValue={(value) => {
            chosen.value.value = value
          }}
        />
        <Trouble t={t} of={trouble.value} />
        <button class="button button-main" type="submit" aria-disabled={isSaving}>
          {t(isSaving ? 'newPassword.busy' : 'ownAccount.change')}
        </button>
        <Done>{state.value === 'saved' && t('ownAccount.saved')}</Done>
      </Form>
    </section>
  )
}

function SignOutEverywhere() {
  const { t, signOut } = useInbox()
  const isBusy = useSignal(false)
  const trouble = useSignal<Wording | undefined>(undefined)
  async function leave() {
    isBusy.value = true
    trouble.value = await signOut('everywhere')
    isBusy.value = false
  }
  return (
    <section aria-label={t('ownAccount.everywhere')}>
      <h2>{t('ownAccount.everywhere')}</h2>
      <p class="quiet">{t('ownAccount.everywhereText')}</p>
      <Trouble t={t} of={trouble.value} />
      <Button isDisabled={isBusy.value} onClick={leave}>
        {t('ownAccount.everywhere')}
      </Button>
    </section>
  )
}
