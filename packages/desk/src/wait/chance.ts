/**
 * Pseudo-random numbers from a seed: mulberry32 for the bits. The same seed gives the same numbers on every machine.
 */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** In (0, 1). */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(this.uniform())
  }

  /** Standard normal (Box & Muller 1958, "A note on the generation of random normal deviates"). */
  normal(): number {
    return Math.sqrt(2 * this.exponential()) * Math.cos(2 * Math.PI * this.uniform())
  }
}
