import { normalQuantile } from './normal.ts'

/** A recent conversation, ended or not: when it began and how much of its cumulative hazard it has used up. */
export interface Progress {
  assignedAt: number
  hazard: number
  hasEnded: boolean
}

const looks = [3, 5, 7, 9, 12, 15, 19, 24, 30, 38, 48, 60, 75] // a change is looked for this many conversations ago
const change = { each: 0.0007, shape: 8 } // chance of a change per conversation; its pace has mean 1 and variance 1/shape
const drift = 0.05 // deviation of the pace on a day without change, in logarithms
const grid = Array.from({ length: 81 }, (_, index) => -2 + index * 0.05)

/**
 * How fast conversations end now against the law of those seen, as equally probable levels in rising order: 1 is the
 * law's own pace, 0.5 half its hazard. A mixture over when the pace last changed, if it did (Adams & MacKay 2007,
 * "Bayesian online changepoint detection"), with a gamma prior on the multiplier of a hazard, for which the endings
 * against the hazard used up are all that counts (Kalbfleisch & Prentice 1980). `seen`: conversations behind the law.
 */
export function paceLevels(progress: readonly Progress[], seen: number, count: number): Float64Array {
  const calm = drift ** 2 + 1 / (seen + 4)
  const density = grid.map((x) => Math.exp((-x * x) / 2 / calm) / Math.sqrt(2 * Math.PI * calm))
  for (const { probability, endings, hazard } of changes(progress)) {
    const [shape, rate] = [change.shape + endings, change.shape + hazard]
    const norm = shape * Math.log(rate) - logGamma(shape)
    grid.forEach((x, index) => {
      density[index] = (density[index] ?? 0) + probability * Math.exp(norm + shape * x - rate * Math.exp(x))
    })
  }
  return levels(density, count)
}

/** Odds of each possible change against none, with the endings and the hazard since. */
function changes(progress: readonly Progress[]): { probability: number; endings: number; hazard: number }[] {
  const latest = progress.toSorted((one, other) => other.assignedAt - one.assignedAt)
  let [endings, hazard, looked] = [0, 0, 0]
  const found: { probability: number; endings: number; hazard: number }[] = []
  latest.forEach((each, index) => {
    endings += each.hasEnded ? 1 : 0
    hazard += each.hazard
    if (!looks.includes(index + 1)) return
    const { shape } = change
    const evidence =
      logGamma(shape + endings) -
      logGamma(shape) +
      shape * Math.log(shape) -
      (shape + endings) * Math.log(shape + hazard)
    const prior = change.each * (index + 1 - looked)
    looked = index + 1
    found.push({ probability: prior * Math.exp(Math.min(50, evidence + hazard)), endings, hazard })
  })
  return found
}

function levels(density: readonly number[], count: number): Float64Array {
  const total = density.reduce((sum, each) => sum + each, 0)
  const found = new Float64Array(count)
  let [sum, index] = [0, 0]
  density.forEach((each, place) => {
    const before = sum
    sum += each / total
    for (; index < count && (index + 0.5) / count <= sum; index++) {
      const part = ((index + 0.5) / count - before) / (sum - before)
      found[index] = Math.exp((grid[place] ?? 0) + (part - 0.5) * 0.05)
    }
  })
  return found
}

/** Stirling's series from 8 on, below by the recurrence; for arguments above 0. */
function logGamma(x: number): number {
  if (x < 8) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3)
}

/** Equally probable levels of a lognormal factor of median 1. */
export function doubtLevels(deviation: number, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => Math.exp(deviation * normalQuantile((index + 0.5) / count)))
}
