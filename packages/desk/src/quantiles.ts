/** The standard normal's 90 % point; its negative is the 10 % point, 0 the middle. */
export const ninetyPercent = 1.2816

/**
 * A point of the ratio of two gamma variables of mean 1, where `variance` is the upper one's and `doubt` the lower
 * one's variance, both below 2 and never both near it; `z` is the point on the standard normal's scale.
 * The cube root of a gamma variable is nearly normal (Wilson & Hilferty 1931, "The distribution of chi-square"), so the
 * ratio's point solves a quadratic equation (Paulson 1942, "An approximate normalization of the analysis of variance
 * distribution"). Never negative, grows with `z`.
 */
export function ratioQuantile(variance: number, doubt: number, z: number): number {
  const a = variance / 9
  const b = doubt / 9
  const spread = Math.sqrt(Math.max(0, a * (1 - b) ** 2 + b * (1 - a) ** 2 - z * z * a * b))
  const root = ((1 - a) * (1 - b) + z * spread) / ((1 - b) ** 2 - z * z * b)
  return Math.max(0, root) ** 3
}
