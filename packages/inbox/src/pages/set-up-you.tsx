import type { InboxTranslate } from '@deskbell/locales'
import type { SetUpForm } from '../models/set-up.ts'
import { AccountFields } from './account-fields.tsx'
import { Form } from './form.tsx'
import { StepHead } from './step-head.tsx'

export function SetUpYou({ t, model }: { t: InboxTranslate; model: SetUpForm }) {
  return (
    <>
      <StepHead t={t} at={0} head={t('setUp.youHead')} />
      {model.given.value.isDemo && <p class="door-hint">{t('setUp.demo')}</p>}
      <Form label={t('setUp.youHead')} onSubmit={model.next}>
        <AccountFields
          t={t}
          account={model.account}
          passwordHint={model.given.value.isDemo ? t('setUp.demoPassword') : undefined}
        />
        <button class="button button-main" type="submit">
          {t('setUp.next')}
        </button>
      </Form>
    </>
  )
}
