import { normalQuantile } from './normal.ts'

const steps = 32 // table steps per unit of cumulative hazard
const deepest = 9 // e^-9: one conversation in 8,000
const shortest = 5 // seconds; shorter ones say nothing more

/** A first day's law: lognormal with mean 7 minutes and a coefficient of variation of 1, as much as 3 conversations seen. */
const prior = { weight: 3, mean: Math.log(420) - Math.LN2 / 2, variance: Math.LN2 }

/** Midpoints of equal strata, the last one cut finer and finer: `[point of the standard normal, share]`. */
const smoothing = strata()

/**
 * How long conversations take, in seconds of work: weighted durations seen, mixed with the lognormal law that fits them
 * (Brown et al. 2005, "Statistical analysis of a telephone call center", find service times lognormal), which smooths the
 * sample and carries its tail. Kept as a table of the time at which each cumulative hazard is reached, so that the time
 * still to come at an age is the step from the age's hazard by a unit exponential.
 */
export class HandlingLaw {
  readonly #times = new Float64Array(steps * deepest + 2)
  /** How many conversations it rests on, the forgotten part left out. */
  readonly seen: number

  constructor(works: readonly { work: number; weight: number }[], smoothness: number) {
    const points = works.map(({ work, weight }) => ({ at: Math.max(shortest, work), weight }))
    const { mean, sd, seen } = fit(points)
    this.seen = seen
    const share = prior.weight + smoothness * seen
    for (const [z, part] of smoothing) points.push({ at: Math.exp(mean + sd * z), weight: share * part })
    points.sort((one, other) => one.at - other.at)
    this.#fill(points)
  }

  #fill(points: readonly { at: number; weight: number }[]): void {
    const total = points.reduce((sum, { weight }) => sum + weight, 0)
    let above = total
    let index = 0
    let [before, hazardBefore] = [0, 0]
    for (const { at, weight } of points) {
      const hazard = -Math.log((above - weight / 2) / total)
      above -= weight
      while (index < this.#times.length && index / steps <= hazard) {
        const part = hazard > hazardBefore ? (index / steps - hazardBefore) / (hazard - hazardBefore) : 1
        this.#times[index] = before + part * (at - before)
        index += 1
      }
      ;[before, hazardBefore] = [at, hazard]
    }
    for (; index < this.#times.length; index++) this.#times[index] = 1.02 * (this.#times[index - 1] ?? shortest)
  }

  /** The work by which the cumulative hazard is reached. */
  timeAt(hazard: number): number {
    const place = hazard * steps
    const index = Math.min(place | 0, this.#times.length - 2)
    const from = this.#times[index] as number
    return from + (place - index) * ((this.#times[index + 1] as number) - from)
  }

  /** The cumulative hazard of this much work. */
  hazardAt(work: number): number {
    if (work <= 0) return 0
    const times = this.#times
    let low = 0
    let high = times.length - 1
    if (work >= (times[high] as number)) return high / steps
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((times[middle] as number) <= work) low = middle
      else high = middle
    }
    const from = times[low] as number
    return (low + (work - from) / ((times[high] as number) - from)) / steps
  }
}

function fit(points: readonly { at: number; weight: number }[]): { mean: number; sd: number; seen: number } {
  let [weight, sum, squares] = [prior.weight, prior.weight * prior.mean, 0]
  for (const point of points) {
    weight += point.weight
    sum += point.weight * Math.log(point.at)
  }
  const mean = sum / weight
  for (const point of points) squares += point.weight * (Math.log(point.at) - mean) ** 2
  squares += prior.weight * (prior.variance + (prior.mean - mean) ** 2)
  return { mean, sd: Math.sqrt(squares / weight), seen: weight - prior.weight }
}

function strata(): [number, number][] {
  const even = Array.from({ length: 19 }, (_, index): [number, number] => [normalQuantile((index + 0.5) / 20), 1 / 20])
  const fine = Array.from({ length: 9 }, (_, index): [number, number] => {
    const tail = 2 ** -index / 20
    return [normalQuantile(1 - 0.75 * tail), index === 8 ? tail : tail / 2]
  })
  return [...even, ...fine]
}
