import type { Sample } from './exposition.ts'

/** How often something took how long, counted below each of some ends, which are in seconds and ascend. */
export class Histogram {
  readonly #ends: readonly number[]
  readonly #counts: number[]
  #sum = 0

  constructor(ends: readonly number[]) {
    this.#ends = ends
    this.#counts = new Array<number>(ends.length + 1).fill(0)
  }

  observe(seconds: number): void {
    const found = this.#ends.findIndex((end) => seconds <= end)
    const index = found < 0 ? this.#ends.length : found
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
    this.#sum += seconds
  }

  /** Each end counts all that is below it, as Prometheus wants it. */
  samples(): Sample[] {
    let count = 0
    const buckets = this.#counts.map((own, index) => {
      count += own
      return { suffix: '_bucket', labels: { le: this.#ends[index] ?? '+Inf' }, value: count }
    })
    return [...buckets, { suffix: '_sum', value: this.#sum }, { suffix: '_count', value: count }]
  }
}
