import type { Locale } from '@deskbell/protocol'
import { useId } from 'preact/hooks'
import { languageName } from './language-name.ts'

interface Props {
  label: string
  hint?: string
  locales: readonly Locale[]
  value: Locale
  onValue: (locale: Locale) => void
}

/** One of some languages, each by its own name; a stored other one stays. */
export function LocaleField({ label, hint, locales, value, onValue }: Props) {
  const id = useId()
  const choices = locales.includes(value) ? locales : [value, ...locales]
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="form-input form-select"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {choices.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageName(locale)}
          </option>
        ))}
      </select>
      {hint && (
        <span class="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}
