import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import './form.css'

/** The language and direction of what is written in a field. */
export interface Own {
  lang: string
  dir: 'ltr' | 'rtl'
}

interface Props {
  label: string
  hint?: string
  /** What is read where nothing is written. */
  placeholder?: string | undefined
  value: string
  fault: Wording | undefined
  onValue: (value: string) => void
  own: Own
  /** As many lines are seen; without, it is one line. */
  rows?: number | undefined
}

/** A labelled field for the words of one language; what is wrong with them stands below. */
export function WordsField({ label, hint, placeholder, value, fault, onValue, own, rows }: Props) {
  const { t } = useInbox()
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const given = {
    ...own,
    id,
    value,
    class: rows === undefined ? 'form-input' : 'form-input words-long',
    ...(placeholder && { placeholder }),
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {rows !== undefined ? (
        <textarea
          {...given}
          rows={rows}
          style={{ '--rows': `${rows}` }}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      ) : (
        <input {...given} type="text" autocomplete="off" onInput={(event) => onValue(event.currentTarget.value)} />
      )}
      <FieldFault t={t} id={id} fault={fault} />
      {hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
