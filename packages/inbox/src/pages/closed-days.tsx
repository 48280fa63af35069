import { type ClosedDays as Days, hoursLimits } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { HoursForm } from '../models/hours-form.ts'
import { DaysRow } from './days-row.tsx'

interface Props {
  form: HoursForm
  closed: readonly Days[]
}

/** Holidays and the like: days on which the week does not count. */
export function ClosedDays({ form, closed }: Props) {
  const { t } = useInbox()
  const put = (next: readonly Days[]) => form.change({ closed: next })
  const today = new Date().toISOString().slice(0, 10)
  return (
    <fieldset class="settings-part">
      <legend>{t('hours.closedHead')}</legend>
      <p class="quiet">{t('hours.closedText')}</p>
      {closed.map((days, place) => (
        <DaysRow
          key={place}
          days={days}
          fault={form.faults.value.closed[place]}
          onDays={(changed) => put(closed.with(place, changed))}
          onRemove={() => put(closed.filter((_, other) => other !== place))}
        />
      ))}
      {closed.length < hoursLimits.closed && (
        <Button class="topic-add" onClick={() => put([...closed, { from: today, to: today }])}>
          {t('hours.closedAdd')}
        </Button>
      )}
    </fieldset>
  )
}
