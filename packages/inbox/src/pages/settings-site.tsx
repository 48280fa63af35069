import { LocaleField } from './locale-field.tsx'
import { OriginField } from './origin-field.tsx'
import type { SettingsPart } from './settings-part.ts'
import { TextField } from './text-field.tsx'

export function SettingsSite({ t, form, settings, isReadOnly }: SettingsPart) {
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.site')}</legend>
      <div class="form-row">
        <TextField
          t={t}
          label={t('setUp.siteName')}
          value={settings.siteName}
          fault={form.faults.value.siteName}
          isReadOnly={isReadOnly}
          onValue={(siteName) => form.draft.change({ siteName })}
        />
        <LocaleField
          label={t('setUp.locale')}
          hint={t('setUp.localeHint')}
          value={settings.locale}
          isReadOnly={isReadOnly}
          onValue={(locale) => form.draft.change({ locale })}
        />
      </div>
      <OriginField t={t} list={form.draft.origins} isReadOnly={isReadOnly} />
    </fieldset>
  )
}
