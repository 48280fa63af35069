import type { InboxTranslate } from '@deskbell/locales'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import type { Wording } from '../models/wording.ts'
import './form.css'

export interface TextFieldProps {
  t: InboxTranslate
  label: string
  value: string
  onValue: (value: string) => void
  fault?: Wording | undefined
  hint?: string
  type?: 'text' | 'email' | 'tel' | 'password'
  autocomplete?: string
  placeholder?: string
  /** The id of a `datalist` with suggestions. */
  list?: string
  isReadOnly?: boolean
  /** Stands inside the field, at its end. */
  end?: ComponentChildren
}

/** One labelled line of text. What is wrong with it stands below and is said when the field has focus. */
export function TextField(props: TextFieldProps) {
  const {
    t,
    label,
    value,
    onValue,
    fault,
    hint,
    type = 'text',
    autocomplete,
    placeholder,
    isReadOnly,
    end,
    list,
  } = props
  const id = useId()
  const described = [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <span class="form-line">
        <input
          id={id}
          class="form-input"
          type={type as 'text'}
          value={value}
          dir={end ? undefined : 'auto'}
          onInput={(event) => onValue(event.currentTarget.value)}
          autocomplete={autocomplete ?? 'off'}
          readOnly={isReadOnly ?? false}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={described || undefined}
          {...(placeholder && { placeholder })}
          {...(list && { list })}
        />
        {end}
      </span>
      <FieldFault t={t} id={id} fault={fault} />
      {hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
