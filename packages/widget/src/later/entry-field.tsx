import type { Entry } from './entry.ts'

interface Props {
  kind: 'name' | 'email'
  label: string
  /** Said behind the label. */
  hint?: string | undefined
  entry: Entry
  isRequired: boolean
}

const inputs = { name: { type: 'text' }, email: { type: 'email', inputMode: 'email' } } as const

/** A field of one line under its label; what is wrong stands below. */
export function EntryField({ kind, label, hint, entry, isRequired }: Props) {
  const id = `deskbell-${kind}`
  const problem = entry.problem.value
  const problemId = `${id}-problem`
  return (
    <div>
      <label class="label" for={id}>
        {label}
        {hint && <span class="hint"> ({hint})</span>}
      </label>
      <input
        class="field"
        id={id}
        ref={entry.field}
        {...inputs[kind]}
        autocomplete={kind}
        // Empty, it runs as the words that name it do.
        dir={kind === 'email' ? 'ltr' : entry.value === '' ? undefined : 'auto'}
        value={entry.value}
        aria-required={isRequired ? 'true' : undefined}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : problemId}
        onInput={({ currentTarget }) => entry.write(currentTarget.value)}
      />
      {problem && (
        <p class="error" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
