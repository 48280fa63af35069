import { type InboxTranslate, widgetLocales } from '@deskbell/locales'
import type { SetUpForm } from '../models/set-up.ts'
import { Form } from './form.tsx'
import { LocaleField } from './locale-field.tsx'
import { OriginField } from './origin-field.tsx'
import { StepHead } from './step-head.tsx'
import { TextField } from './text-field.tsx'
import { Trouble } from './trouble.tsx'

export function SetUpSite({ t, model }: { t: InboxTranslate; model: SetUpForm }) {
  const { siteName, locale, origins, isBusy, siteFault, trouble } = model
  return (
    <>
      <StepHead t={t} at={1} head={t('setUp.siteHead')} />
      <Form label={t('setUp.siteHead')} onSubmit={model.finish}>
        <TextField
          t={t}
          label={t('setUp.siteName')}
          hint={t('setUp.siteNameHint')}
          fault={siteFault.value}
          value={siteName.value}
          autocomplete="organization"
          onValue={(value) => {
            siteName.value = value
          }}
        />
        <LocaleField
          label={t('setUp.locale')}
          hint={t('setUp.localeHint')}
          locales={widgetLocales}
          value={locale.value}
          onValue={(value) => {
            locale.value = value
          }}
        />
        <OriginField t={t} list={origins} />
        <Trouble t={t} of={trouble.value} />
        <p class="door-actions">
          <button class="button button-main" type="submit" aria-disabled={isBusy.value}>
            {t(isBusy.value ? 'setUp.finishing' : 'setUp.finish')}
          </button>
          <button class="button button-plain" type="button" onClick={model.back}>
            {t('common.back')}
          </button>
        </p>
      </Form>
    </>
  )
}
