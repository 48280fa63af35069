const prior = { seconds: 15, weight: 3 }
const memory = 0.98
const longest = 300 // seconds; a free operator who does not take for longer is not there

/** How long a free operator takes to take somebody by hand: an exponentially forgetting average, with a prior. */
export class PickUp {
  #freeSince: number | undefined
  #sum = prior.seconds * prior.weight
  #count = prior.weight

  /** Tells whether anybody has a free place, `at` in seconds. */
  free(isFree: boolean, at: number): void {
    if (!isFree) this.#freeSince = undefined
    else this.#freeSince ??= at
  }

  /** Somebody who had waited since `joinedAt` was taken. */
  taken(joinedAt: number, at: number): void {
    const seconds = at - Math.max(joinedAt, this.#freeSince ?? at)
    this.#sum = memory * this.#sum + Math.min(longest, Math.max(0, seconds))
    this.#count = memory * this.#count + 1
  }

  get meanSeconds(): number {
    return this.#sum / this.#count
  }
}
