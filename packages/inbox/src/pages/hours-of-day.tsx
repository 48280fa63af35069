import { hoursLimits, type OpenSpan } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import { spanAfter } from '../models/hours-form.ts'
import type { Wording } from '../models/wording.ts'
import './hours.css'

interface Props {
  /** Of the day. */
  name: string
  /** Said where there is nothing. */
  none: string
  spans: readonly OpenSpan[]
  fault: Wording | undefined
  onSpans: (spans: readonly OpenSpan[]) => void
  /** Takes the same for the days until Friday. */
  onWeekdays?: (() => void) | undefined
}

/** Of one day: from when to when, as often as there is a pause between. */
export function HoursOfDay({ name, none, spans, fault, onSpans, onWeekdays }: Props) {
  const { t } = useInbox()
  const id = useId()
  const canHaveMore = spans.length < hoursLimits.spansADay && spans.at(-1)?.to !== '24:00'
  return (
    <fieldset class="hours-day">
      <legend class="hours-name">{name}</legend>
      <div class="hours-spans">
        {spans.length === 0 && <span class="quiet">{none}</span>}
        {spans.map((span, place) => (
          <Span
            key={place}
            name={name}
            span={span}
            described={fault && `${id}-fault`}
            onSpan={(changed) => onSpans(spans.with(place, changed))}
            onRemove={() => onSpans(spans.filter((_, other) => other !== place))}
          />
        ))}
        <FieldFault t={t} id={id} fault={fault} />
        {onWeekdays && (
          <Button kind="plain" class="hours-weekdays" onClick={onWeekdays}>
            {t('hours.weekdays')}
          </Button>
        )}
      </div>
      {canHaveMore && (
        <Button
          kind="plain"
          label={t('hours.addTo', { day: name })}
          onClick={() => onSpans([...spans, spanAfter(spans)])}
        >
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
