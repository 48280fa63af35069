import { WordListField } from '../components/word-list-field.tsx'
import type { SettingsPart } from './settings-part.ts'

/** What operators can say a conversation was about. */
export function SettingsLabels({ t, form, settings }: SettingsPart) {
  return (
    <fieldset class="settings-part">
      <legend>{t('labels.settingsHead')}</legend>
      <p class="quiet">{t('labels.settingsText')}</p>
      <WordListField
        t={t}
        label={t('labels.field')}
        hint={t('labels.hint')}
        words={settings.labels}
        onWords={(labels) => form.change({ labels })}
        removeLabel={(label) => t('labels.remove', { label })}
        fault={form.faults.value.labels}
      />
    </fieldset>
  )
}
