/** The standard normal's distribution function, within 1.5e-7 (by the error function, Abramowitz & Stegun 1964, formula 7.1.26). */
function normalCdf(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2)
  const tail =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
    t *
    Math.exp((-z * z) / 2)
  return z >= 0 ? 1 - tail / 2 : tail / 2
}

/** The standard normal's point below which `p` in (0, 1) lies: bisection, as good as that function. */
export function normalQuantile(p: number): number {
  let low = -9
  let high = 9
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
