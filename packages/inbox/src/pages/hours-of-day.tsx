import { hoursLimits, type OpenSpan } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import { type HoursForm, spanAfter } from '../models/hours-form.ts'

interface Props {
  form: HoursForm
  /** 0: Monday. */
  day: number
  spans: readonly OpenSpan[]
}

/** Of one day of the week: from when to when, as often as there is a pause between. */
export function HoursOfDay({ form, day, spans }: Props) {
  const { t, locale } = useInbox()
  const id = useId()
  // The first day of 2024 was a Monday.
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day + 1))
  const fault = form.faults.value.days[day]
  const put = (next: readonly OpenSpan[]) => form.changeDay(day, next)
  const canHaveMore = spans.length < hoursLimits.spansADay && spans.at(-1)?.to !== '24:00'
  const isFirst = day === 0 && spans.length > 0
  return (
    <fieldset class="hours-day">
      <legend class="hours-name">{name}</legend>
      <div class="hours-spans">
        {spans.length === 0 && <span class="quiet">{t('hours.closed')}</span>}
        {spans.map((span, place) => (
          <Span
            key={place}
            name={name}
            span={span}
            described={fault && `${id}-fault`}
            onSpan={(changed) => put(spans.with(place, changed))}
            onRemove={() => put(spans.filter((_, other) => other !== place))}
          />
        ))}
        <FieldFault t={t} id={id} fault={fault} />
        {isFirst && (
          <Button
            kind="plain"
            class="hours-weekdays"
            onClick={() =>
              form.change({ week: [...new Array(5).fill(spans), ...(form.hours.value?.week.slice(5) ?? [])] })
            }
          >
            {t('hours.weekdays')}
          </Button>
        )}
      </div>
      {canHaveMore && (
        <Button kind="plain" label={t('hours.addTo', { day: name })} onClick={() => put([...spans, spanAfter(spans)])}>
          {t('hours.add')}
        </Button>
      )}
    </fieldset>
  )
}

interface SpanProps {
  name: string
  span: OpenSpan
  described: string | undefined
  onSpan: (span: OpenSpan) => void
  onRemove: () => void
}

function Span({ name, span, described, onSpan, onRemove }: SpanProps) {
  const { t } = useInbox()
  const field = (side: 'from' | 'to') => (
    <input
      class="form-input"
      type="time"
      // A day's last minute is its end: browsers know no 24:00.
      value={span[side] === '24:00' ? '23:59' : span[side]}
      aria-label={t(side === 'from' ? 'hours.from' : 'hours.to', { day: name })}
      aria-invalid={described ? 'true' : undefined}
      aria-describedby={described}
      onInput={({ currentTarget: { value } }) =>
        onSpan({ ...span, [side]: side === 'to' && value === '23:59' ? '24:00' : value })
      }
    />
  )
  return (
    <span class="hours-span">
      {field('from')}
      <span aria-hidden="true">–</span>
      {field('to')}
      <button
        class="topic-remove"
        type="button"
        aria-label={t('hours.remove', { day: name, ...span })}
        onClick={onRemove}
      >
        <Icon of={closeIcon} small />
      </button>
    </span>
  )
}
