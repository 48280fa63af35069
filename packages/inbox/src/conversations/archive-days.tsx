import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'

/** On which days they were asked, as the calendar is where the operator is. */
export function ArchiveDays() {
  const { t, desk } = useInbox()
  const { which, fault, choose } = desk.archive
  const id = useId()
  const field = (side: 'from' | 'to') => (
    <label>
      {t(side === 'from' ? 'archive.from' : 'archive.to')}
      <input
        class="archive-choice"
        type="date"
        value={which.value[side] ?? ''}
        aria-invalid={fault.value ? 'true' : undefined}
        aria-describedby={fault.value && `${id}-fault`}
        onInput={({ currentTarget: { value } }) => choose({ [side]: value })}
      />
    </label>
  )
  return (
    <div class="archive-days">
      {field('from')}
      {field('to')}
      <FieldFault t={t} id={id} fault={fault.value} isSaid />
    </div>
  )
}
