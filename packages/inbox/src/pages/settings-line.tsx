import type { LineLimits } from '@deskbell/protocol'
import { lineBounds } from '../models/line-faults.ts'
import { ChoiceField } from './choice-field.tsx'
import { NumberField } from './number-field.tsx'
import type { SettingsPart } from './settings-part.ts'

/** How visitors come to an operator, and when the form is offered before the line. */
export function SettingsLine({ t, form, settings }: SettingsPart) {
  const { routing, openWithinSeconds, line } = settings
  const bind = (field: keyof typeof lineBounds, value: number | undefined) => ({
    ...lineBounds[field],
    t,
    value,
    fault: form.lineFaults.value[field],
  })
  const changeLine = (part: LineLimits) => form.change({ line: part })
  return (
    <fieldset class="settings-part">
      <legend>{t('lineSettings.head')}</legend>
      <ChoiceField
        label={t('lineSettings.routing')}
        hint={t(routing === 'automatic' ? 'lineSettings.automaticHint' : 'lineSettings.byHandHint')}
        options={[
          { value: 'automatic', name: t('lineSettings.automatic') },
          { value: 'by-hand', name: t('lineSettings.byHand') },
        ]}
        value={routing}
        onValue={(chosen) => form.change({ routing: chosen })}
      />
      <NumberField
        {...bind('openWithinSeconds', openWithinSeconds)}
        label={t('lineSettings.openWithin')}
        unit={t('lineSettings.seconds')}
        hint={t('lineSettings.openWithinHint')}
        onValue={(value) => form.change({ openWithinSeconds: value ?? Number.NaN })}
      />
      <NumberField
        {...bind('maximumLength', line.maximumLength)}
        label={t('lineSettings.longest')}
        unit={t('lineSettings.visitors')}
        hint={t('lineSettings.longestHint')}
        onValue={(maximumLength) => {
          const { maximumLength: _before, ...rest } = line
          changeLine(maximumLength === undefined ? rest : { ...rest, maximumLength })
        }}
      />
      <NumberField
        {...bind('maximumWaitMinutes', line.maximumWaitMinutes)}
        label={t('lineSettings.wait')}
        unit={t('lineSettings.minutes')}
        hint={t('lineSettings.waitHint')}
        onValue={(value) => changeLine({ ...line, maximumWaitMinutes: value ?? Number.NaN })}
      />
    </fieldset>
  )
}
