/** Borders of elapsed wait in seconds between which the rate of leaving is taken as constant. */
const borders = [0, 15, 30, 60, 90, 120, 180, 240, 330, 450, 600, 800, 1050, 1400, 1900, 2600, 3600]
const prior = { rate: 1 / 1500, seconds: 1500 } // one visitor in 25 minutes, known as well as from one who left
const reach = 0.7 // how much of a neighbouring border's evidence counts
const pinned = 5000 // seconds of the neighbours' rate that a border's own evidence is mixed with
const halving = 200_000 // seconds of waiting seen after which older evidence counts half
const grid = 15
const horizon = 7200
const unseen = { prior: 0.02, weight: 4, most: 3, memory: 0.995 }

/** What was learned of patience at one moment. */
export interface Leaving {
  /** The cumulative hazard, by an elapsed wait, that somebody who is in line is seen to leave it. */
  hazardAt(seconds: number): number
  /** Unseen leavers for each seen one. Of those in line at hazard h this times e^h - 1 are there no more. */
  unseen: number
  /** How many leavers this rests on. */
  seen: number
}

/**
 * How long visitors stay in line: a piecewise constant hazard, leavers over time waited (the life table behind Kaplan &
 * Meier 1958, "Nonparametric estimation from incomplete observations"; for queues Brown et al. 2005, "Statistical analysis
 * of a telephone call center"), each border shrunk towards its neighbours. Those who still wait count as censored.
 * Leaving unseen is taken to follow the seen leaving at a constant ratio, learned from who did not show up when called.
 */
export class Patience {
  readonly #leavers = new Float64Array(borders.length)
  readonly #exposure = new Float64Array(borders.length)
  #noShows = unseen.prior * unseen.weight
  #expected = unseen.weight

  /** A wait ended: the visitor was called or gave up. */
  ended(seconds: number, gaveUp: boolean): void {
    this.#forget(seconds)
    expose(this.#exposure, seconds)
    const bin = binOf(seconds)
    if (gaveUp) this.#leavers[bin] = (this.#leavers[bin] ?? 0) + 1
  }

  /** Somebody called after this wait turned out to be there, or not. */
  called(seconds: number, showedUp: boolean): void {
    const rates = this.#rates(this.#exposure)
    this.#expected = unseen.memory * this.#expected + Math.expm1(cumulative(rates, seconds))
    this.#noShows = unseen.memory * this.#noShows + (showedUp ? 0 : 1)
  }

  /** `waiting`: how long those in line have waited, in seconds. */
  leaving(waiting: readonly number[]): Leaving {
    const exposure = this.#exposure.slice()
    for (const seconds of waiting) expose(exposure, seconds)
    const rates = this.#rates(exposure)
    const table = new Float64Array(horizon / grid + 2)
    for (let index = 0; index < table.length; index++) table[index] = cumulative(rates, index * grid)
    return {
      hazardAt(seconds) {
        const place = seconds / grid
        const index = Math.min(place | 0, table.length - 2)
        const from = table[index] as number
        return from + (place - index) * ((table[index + 1] as number) - from)
      },
      unseen: Math.min(unseen.most, this.#noShows / this.#expected),
      seen: this.#leavers.reduce((sum, each) => sum + each, 0),
    }
  }

  #forget(seconds: number): void {
    const keep = 0.5 ** (Math.max(0, seconds) / halving)
    for (let bin = 0; bin < borders.length; bin++) {
      this.#leavers[bin] = (this.#leavers[bin] ?? 0) * keep
      this.#exposure[bin] = (this.#exposure[bin] ?? 0) * keep
    }
  }

  #rates(exposure: Float64Array): number[] {
    return borders.map((_, bin) => {
      let leavers = prior.rate * prior.seconds
      let seconds = prior.seconds
      for (let other = 0; other < borders.length; other++) {
        const near = reach ** Math.abs(other - bin)
        leavers += near * (this.#leavers[other] ?? 0)
        seconds += near * (exposure[other] ?? 0)
      }
      const around = leavers / seconds
      return ((this.#leavers[bin] ?? 0) + pinned * around) / ((exposure[bin] ?? 0) + pinned)
    })
  }
}

function binOf(seconds: number): number {
  return Math.max(
    0,
    borders.findLastIndex((border) => seconds >= border),
  )
}

function expose(exposure: Float64Array, seconds: number): void {
  for (let bin = 0; bin < borders.length && seconds > (borders[bin] ?? 0); bin++) {
    const end = Math.min(seconds, borders[bin + 1] ?? Number.POSITIVE_INFINITY)
    exposure[bin] = (exposure[bin] ?? 0) + end - (borders[bin] ?? 0)
  }
}

function cumulative(rates: readonly number[], seconds: number): number {
  let hazard = 0
  for (let bin = 0; bin < borders.length && seconds > (borders[bin] ?? 0); bin++) {
    hazard +=
      (rates[bin] ?? 0) * (Math.min(seconds, borders[bin + 1] ?? Number.POSITIVE_INFINITY) - (borders[bin] ?? 0))
  }
  return hazard
}
