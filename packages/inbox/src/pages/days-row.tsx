import type { ClosedDays } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import './hours.css'

interface Props {
  days: ClosedDays
  fault: Wording | undefined
  onDays: (days: ClosedDays) => void
  onRemove: () => void
}

/** The first and the last of some days. */
export function DaysRow({ days, fault, onDays, onRemove }: Props) {
  const { t } = useInbox()
  const id = useId()
  const { from, to } = days
  const field = (side: 'from' | 'to') => (
    <input
      class="form-input"
      type="date"
      value={days[side]}
      aria-label={t(side === 'from' ? 'hours.closedFrom' : 'hours.closedTo')}
      aria-invalid={fault ? 'true' : undefined}
      aria-describedby={fault && `${id}-fault`}
      onInput={({ currentTarget: { value } }) => onDays({ from, to, [side]: value })}
    />
  )
  return (
    <div class="hours-spans">
      <span class="hours-span">
        {field('from')}
        <span aria-hidden="true">–</span>
        {field('to')}
        <button
          class="topic-remove"
          type="button"
          aria-label={t('hours.closedRemove', { from, to })}
          onClick={onRemove}
        >
          <Icon of={closeIcon} small />
        </button>
      </span>
      <FieldFault t={t} id={id} fault={fault} />
    </div>
  )
}
