import type { ComponentChildren } from 'preact'

interface Props {
  id: string
  label: string
  hint?: ComponentChildren
  children: ComponentChildren
}

/** A label above its field and what helps to fill it below. */
export function Field({ id, label, hint, children }: Props) {
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {children}
      {hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
