import { limits } from '@deskbell/protocol'
import { Confirm } from '../components/confirm.tsx'
import { useModel } from '../components/use-model.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { daysBounds, PrivacyFormModel } from '../models/privacy-form.ts'
import { DraftForm, FormPage } from './form-page.tsx'
import { IdentitySecret } from './identity-secret.tsx'
import { NumberField } from './number-field.tsx'
import type { PageProps } from './page-props.ts'
import { Trouble } from './trouble.tsx'

/** What is kept of visitors, for how long, and how the shop vouches for who they are. */
export function PrivacyPage({ http, t }: PageProps) {
  const form = useModel(() => new PrivacyFormModel(http, draftShelf('privacy')))
  return (
    <FormPage t={t} form={form} at="privacy" head={t('privacy.title')} text={t('privacy.text')}>
      {() => (
        <div class="form settings-form privacy">
          <Retention t={t} form={form} />
          <Stored t={t} />
          <IdentitySecret http={http} t={t} />
        </div>
      )}
    </FormPage>
  )
}

interface RetentionProps extends Pick<PageProps, 't'> {
  form: InstanceType<typeof PrivacyFormModel>
}

function Retention({ t, form }: RetentionProps) {
  const isConfirming = form.isConfirming.value
  return (
    <>
      <DraftForm
        t={t}
        form={form}
        label={t('privacy.keepHead')}
        class="settings-part"
        unsaved={t('privacy.unsaved')}
        isQuiet={isConfirming}
      >
        <h2>{t('privacy.keepHead')}</h2>
        <NumberField
          {...daysBounds}
          t={t}
          label={t('privacy.days')}
          unit={t('privacy.unit')}
          hint={t('privacy.daysHint')}
          value={form.days.value}
          fault={form.fault.value}
          onValue={(retentionDays) => form.change({ retentionDays })}
        />
      </DraftForm>
      {isConfirming && <FewerDays t={t} form={form} />}
    </>
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
      onConfirm={() => void form.store()}
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
