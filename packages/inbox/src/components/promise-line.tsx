import type { PromiseState } from '../models/promise.ts'
import './promise-line.css'

/** A promise on the line all promises share: the range that was told, and now. `label` says the same. */
export function PromiseLine({ promise, label }: { promise: PromiseState; label: string }) {
  const place = { '--low': promise.low, '--high': promise.high, '--now': promise.now }
  return (
    <span class="promise" data-promise={promise.state} style={place} role="img" aria-label={label}>
      <i />
      <b />
    </span>
  )
}
