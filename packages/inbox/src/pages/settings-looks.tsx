import { AccentField } from './accent-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import type { SettingsPart } from './settings-part.ts'

export function SettingsLooks({ t, form, settings }: SettingsPart) {
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.looks')}</legend>
      <AccentField
        t={t}
        value={settings.accent}
        fault={form.faults.value.accent}
        onValue={(accent) => form.draft.change({ accent })}
      />
      <ChoiceField
        label={t('settings.position')}
        hint={t('settings.positionHint')}
        options={[
          { value: 'end', name: t('settings.positionEnd') },
          { value: 'start', name: t('settings.positionStart') },
        ]}
        value={settings.position}
        onValue={(position) => form.draft.change({ position })}
      />
    </fieldset>
  )
}
