import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import '../pages/form.css'

/** The language and direction of what is written in a field. */
export interface Own {
  lang: string
  dir: 'ltr' | 'rtl'
}

interface Props {
  label: string
  hint: string
  value: string
  fault: Wording | undefined
  onValue: (value: string) => void
  own: Own
  /** Many lines. */
  isLong?: boolean
}

/** A labelled field for the words of one language; what is wrong with them stands below. */
export function WordsField({ label, hint, value, fault, onValue, own, isLong = false }: Props) {
  const { t } = useInbox()
  const id = useId()
  const given = {
    ...own,
    id,
    value,
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': fault ? `${id}-fault ${id}-hint` : `${id}-hint`,
  }
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {isLong ? (
        <textarea
          {...given}
          class="form-input entry-answer"
          rows={10}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input
          {...given}
          class="form-input"
          type="text"
          autocomplete="off"
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      <FieldFault t={t} id={id} fault={fault} />
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  )
}
