import { limits } from '@deskbell/protocol'
import { useModel } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Confirm } from '../components/confirm.tsx'
import { daysBounds, PrivacyFormModel } from '../models/privacy-form.ts'
import { Form } from './form.tsx'
import { IdentitySecret } from './identity-secret.tsx'
import { NumberField } from './number-field.tsx'
import { Page } from './page.tsx'
import type { PageProps } from './page-props.ts'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { Trouble } from './trouble.tsx'
import './settings.css'

/** What is kept of visitors, for how long, and how the shop vouches for who they are. */
export function PrivacyPage({ http, t }: PageProps) {
  const form = useModel(() => new PrivacyFormModel(http))
  useEffect(() => {
    void form.load()
  }, [form])
  const { state, trouble } = form
  const isThere = state.value === 'ready' || state.value === 'saving'
  return (
    <Page head={t('privacy.title')} text={t('privacy.text')} menu={<SettingsMenu t={t} at="privacy" />}>
      {isThere ? (
        <div class="form settings-form privacy">
          <Retention t={t} form={form} />
          <Stored t={t} />
          <IdentitySecret http={http} t={t} />
        </div>
      ) : (
        <PageState
          t={t}
          state={state.value === 'failed' ? 'failed' : 'loading'}
          trouble={trouble.value}
          onTryAgain={form.load}
        />
      )}
    </Page>
  )
}

interface RetentionProps extends Pick<PageProps, 't'> {
  form: InstanceType<typeof PrivacyFormModel>
}

function Retention({ t, form }: RetentionProps) {
  return (
    <Form label={t('privacy.keepHead')} class="settings-part" onSubmit={form.save}>
      <h2>{t('privacy.keepHead')}</h2>
      <NumberField
        {...daysBounds}
        t={t}
        label={t('privacy.days')}
        unit={t('privacy.unit')}
        hint={t('privacy.daysHint')}
        value={form.days.value}
        fault={form.fault.value}
        onValue={form.change}
      />
      <SaveBar
        t={t}
        isChanged={form.isChanged.value}
        isSaving={form.state.value === 'saving'}
        isSaved={form.isSaved.value}
        trouble={form.isConfirming.value ? undefined : form.trouble.value}
        unsaved={t('privacy.unsaved')}
        onDiscard={form.discard}
      />
      {form.isConfirming.value && <FewerDays t={t} form={form} />}
    </Form>
  )
}

function FewerDays({ t, form }: RetentionProps) {
  const count = form.days.value ?? 0
  return (
    <Confirm
      t={t}
      head={t('privacy.fewerHead', { count })}
      action={t('privacy.fewerAction')}
      isBusy={form.state.value === 'saving'}
      onConfirm={() => {
        if (form.state.peek() !== 'saving') void form.store()
      }}
      onClose={form.turnBack}
    >
      <p>{t('privacy.fewerText')}</p>
      <Trouble t={t} of={form.trouble.value} />
    </Confirm>
  )
}

function Stored({ t }: Pick<PageProps, 't'>) {
  return (
    <>
      <section class="settings-part">
        <h2>{t('privacy.storedHead')}</h2>
        <p>{t('privacy.storedText')}</p>
        <ul class="privacy-stored">
          <li>{t('privacy.storedConversation')}</li>
          <li>{t('privacy.storedSearches', { days: limits.searchDays })}</li>
          <li>{t('privacy.storedNot')}</li>
        </ul>
      </section>
      <section class="settings-part">
        <h2>{t('privacy.oneHead')}</h2>
        <p>{t('privacy.oneText')}</p>
      </section>
    </>
  )
}
