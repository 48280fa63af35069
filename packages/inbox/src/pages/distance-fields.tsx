import type { Distance } from '@deskbell/protocol'
import { distanceBounds } from '../models/look-faults.ts'
import { NumberField } from './number-field.tsx'
import type { SettingsPart } from './settings-part.ts'

/** How far from the edges of the window the button stands; empty leaves it to the widget. */
export function DistanceFields({ t, form, settings: { distance } }: SettingsPart) {
  const bind = (edge: keyof Distance) => ({
    ...distanceBounds,
    t,
    unit: 'px',
    value: distance[edge],
    fault: form.distanceFaults.value[edge],
    onValue: (value: number | undefined) => {
      const { [edge]: _before, ...rest } = distance
      form.change({ distance: value === undefined ? rest : { ...rest, [edge]: value } })
    },
  })
  return (
    <div class="form-row">
      <NumberField {...bind('side')} label={t('looks.side')} hint={t('looks.sideHint')} />
      <NumberField {...bind('bottom')} label={t('looks.bottom')} hint={t('looks.bottomHint')} />
    </div>
  )
}
