import type { InboxTranslate } from '@deskbell/locales'
import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import type { Wording } from '../models/wording.ts'
import './form.css'

interface Props {
  t: InboxTranslate
  label: string
  hint: string
  /** Shown behind the number, where the label does not say it. */
  unit?: string
  /** What is no number stands as an empty field. */
  value: number | undefined
  onValue: (value: number | undefined) => void
  least: number
  most: number
  fault?: Wording | undefined
}

/** One labelled whole number with its unit. An empty field is undefined; what that means is the form's to say. */
export function NumberField(props: Props) {
  const { t, label, hint, unit, value, onValue, least, most, fault } = props
  const id = useId()
  const described = [fault && `${id}-fault`, unit && `${id}-unit`, `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <span class="form-line form-number">
        <input
          id={id}
          class="form-input"
          type="number"
          inputMode="numeric"
          min={least}
          max={most}
          step={1}
          autocomplete="off"
          value={Number.isFinite(value) ? value : ''}
          onInput={({ currentTarget: input }) => onValue(input.value === '' ? undefined : input.valueAsNumber)}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={described}
        />
        {unit && (
          <span class="quiet" id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </span>
      <FieldFault t={t} id={id} fault={fault} />
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  )
}
