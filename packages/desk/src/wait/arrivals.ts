const halving = 5400 // seconds after which an older arrival counts half
const prior = { rate: 1 / 3600, seconds: 900 }

interface Kind {
  priority: number
  needs: string
  count: number
  seconds: number
  at: number
}

/** How often visitors of one priority and class join, in visitors per second: an exponentially forgetting average. */
export class Arrivals {
  readonly #kinds = new Map<string, Kind>()
  #since: number | undefined

  /** `at` in seconds. */
  add(priority: number, needs: string, at: number): void {
    this.#since ??= at
    const kind = this.#decayed(priority, needs, at)
    this.#kinds.set(`${priority} ${needs}`, { ...kind, count: kind.count + 1 })
  }

  kinds(): readonly Pick<Kind, 'priority' | 'needs'>[] {
    return [...this.#kinds.values()]
  }

  rateAt(priority: number, needs: string, at: number): number {
    const { count, seconds } = this.#decayed(priority, needs, at)
    return (count + prior.rate * prior.seconds) / (seconds + prior.seconds)
  }

  #decayed(priority: number, needs: string, at: number): Kind {
    const known = this.#kinds.get(`${priority} ${needs}`) ?? { count: 0, seconds: 0, at: this.#since ?? at }
    const scale = halving / Math.LN2
    const keep = Math.exp(-Math.max(0, at - known.at) / scale) // where the clock was set back nothing passed
    return { priority, needs, count: known.count * keep, seconds: known.seconds * keep + scale * (1 - keep), at }
  }
}
