import type { SettingsPart } from './settings-part.ts'
import { TextField } from './text-field.tsx'

export function SettingsContact({ t, form, settings: { contact } }: SettingsPart) {
  const bind = (field: 'email' | 'phone' | 'address') => ({
    t,
    value: contact[field] ?? '',
    fault: form.faults.value[field],
    onValue: (value: string) => form.changeContact({ [field]: value }),
  })
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.contact')}</legend>
      <p class="quiet">{t('settings.contactHint')}</p>
      <div class="form-row">
        <TextField {...bind('email')} label={t('settings.email')} type="email" />
        <TextField {...bind('phone')} label={t('settings.phone')} type="tel" />
      </div>
      <TextField {...bind('address')} label={t('settings.address')} />
    </fieldset>
  )
}
