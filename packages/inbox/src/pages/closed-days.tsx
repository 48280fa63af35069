import { hoursLimits, type OpeningHours } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { HoursForm } from '../models/hours-form.ts'

type Days = OpeningHours['closed'][number]

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
        <Row
          key={place}
          form={form}
          place={place}
          days={days}
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

interface RowProps {
  form: HoursForm
  place: number
  days: Days
  onDays: (days: Days) => void
  onRemove: () => void
}

function Row({ form, place, days, onDays, onRemove }: RowProps) {
  const { t } = useInbox()
  const id = useId()
  const fault = form.faults.value.closed[place]
  const field = (side: 'from' | 'to') => (
    <input
      class="form-input"
      type="date"
      value={days[side]}
      aria-label={t(side === 'from' ? 'hours.closedFrom' : 'hours.closedTo')}
      aria-invalid={fault ? 'true' : undefined}
      aria-describedby={fault && `${id}-fault`}
      onInput={({ currentTarget: { value } }) => onDays({ ...days, [side]: value })}
    />
  )
  return (
    <div class="hours-spans">
      <span class="hours-span">
        {field('from')}
        <span aria-hidden="true">–</span>
        {field('to')}
        <button class="topic-remove" type="button" aria-label={t('hours.closedRemove', { ...days })} onClick={onRemove}>
          <Icon of={closeIcon} small />
        </button>
      </span>
      <FieldFault t={t} id={id} fault={fault} />
    </div>
  )
}
