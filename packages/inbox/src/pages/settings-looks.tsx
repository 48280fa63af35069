import { AccentField } from './accent-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { CornersField } from './corners-field.tsx'
import { DistanceFields } from './distance-fields.tsx'
import type { SettingsPart } from './settings-part.ts'

/** How the widget looks on every page that says nothing else. */
export function SettingsLooks(part: SettingsPart) {
  const { t, form, settings } = part
  const { change } = form
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.looks')}</legend>
      <AccentField
        t={t}
        value={settings.accent}
        theme={settings.theme}
        fault={form.faults.value.accent}
        onValue={(accent) => change({ accent })}
      />
      <ChoiceField
        label={t('looks.theme')}
        hint={t('looks.themeHint')}
        options={[
          { value: 'auto', name: t('looks.themeAuto') },
          { value: 'light', name: t('looks.themeLight') },
          { value: 'dark', name: t('looks.themeDark') },
        ]}
        value={settings.theme}
        onValue={(theme) => change({ theme })}
      />
      <CornersField t={t} value={settings.radius} onValue={(radius) => change({ radius })} />
      <Button {...part} />
      <ChoiceField
        label={t('looks.faces')}
        hint={t('looks.facesHint')}
        options={[
          { value: 1, name: t('looks.facesShown') },
          { value: 0, name: t('looks.facesHidden') },
        ]}
        value={settings.hasAvatars ? 1 : 0}
        onValue={(shown) => change({ hasAvatars: shown === 1 })}
      />
    </fieldset>
  )
}

/** What the button shows, and where it stands. */
function Button(part: SettingsPart) {
  const { t, form, settings } = part
  const { change } = form
  return (
    <>
      <ChoiceField
        label={t('looks.button')}
        hint={t('looks.buttonHint')}
        options={[
          { value: 'icon', name: t('looks.buttonIcon') },
          { value: 'text', name: t('looks.buttonText') },
        ]}
        value={settings.launcher}
        onValue={(launcher) => change({ launcher })}
      />
      <ChoiceField
        label={t('settings.position')}
        hint={t('settings.positionHint')}
        options={[
          { value: 'end', name: t('settings.positionEnd') },
          { value: 'start', name: t('settings.positionStart') },
        ]}
        value={settings.position}
        onValue={(position) => change({ position })}
      />
      <DistanceFields {...part} />
    </>
  )
}
