/** How much somebody has of what they can have, as cells; the same is written beside it. */
export function LoadCells({ count, capacity }: { count: number; capacity: number }) {
  const shown = Math.min(capacity, 8)
  return (
    <span class="load" aria-hidden="true">
      {Array.from({ length: shown }, (_, index) => (
        <i key={index} class={index < count ? 'taken' : undefined} />
      ))}
    </span>
  )
}
