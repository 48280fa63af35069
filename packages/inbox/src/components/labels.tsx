import './labels.css'

/** What a conversation was about. Nothing where nobody has said it. */
export function Labels({ of: labels = [] }: { of: readonly string[] | undefined }) {
  if (labels.length === 0) return null
  return (
    <span class="labels">
      {labels.map((label) => (
        <bdi key={label} class="label">
          {label}
        </bdi>
      ))}
    </span>
  )
}
