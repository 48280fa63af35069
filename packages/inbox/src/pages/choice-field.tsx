import { useId } from 'preact/hooks'

interface Props<T extends string | number> {
  label: string
  hint: string
  options: readonly { value: T; name: string }[]
  value: T
  onValue: (value: T) => void
}

/** One of a few, all in sight. */
export function ChoiceField<T extends string | number>(props: Props<T>) {
  const { label, hint, options, value, onValue } = props
  const id = useId()
  return (
    <div class="form-field" role="radiogroup" aria-label={label} aria-describedby={`${id}-hint`}>
      <span class="form-label">{label}</span>
      <span class="choice">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={id} checked={option.value === value} onChange={() => onValue(option.value)} />
            {option.name}
          </label>
        ))}
      </span>
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  )
}
