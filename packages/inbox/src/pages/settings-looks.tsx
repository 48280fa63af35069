import { AccentField } from './accent-field.tsx'
import type { SettingsPart } from './settings-part.ts'

const positions = [
  { position: 'end', key: 'settings.positionEnd' },
  { position: 'start', key: 'settings.positionStart' },
] as const

export function SettingsLooks({ t, form, settings, isReadOnly }: SettingsPart) {
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.looks')}</legend>
      <AccentField
        t={t}
        value={settings.accent}
        fault={form.faults.value.accent}
        isReadOnly={isReadOnly}
        onValue={(accent) => form.draft.change({ accent })}
      />
      <div class="form-field" role="radiogroup" aria-label={t('settings.position')}>
        <span class="form-label">{t('settings.position')}</span>
        <span class="choice">
          {positions.map(({ position, key }) => (
            <label key={position}>
              <input
                type="radio"
                name="position"
                checked={settings.position === position}
                disabled={isReadOnly}
                onChange={() => form.draft.change({ position })}
              />
              {t(key)}
            </label>
          ))}
        </span>
        <span class="form-hint">{t('settings.positionHint')}</span>
      </div>
    </fieldset>
  )
}
