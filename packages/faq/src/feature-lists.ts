/** Hits as they are found: a word has a feature, so heavy. */
export interface Hits {
  features: number[]
  words: number[]
  weights: number[]
}

/**
 * Inverted lists: which words have a feature, and how heavy it is in each. A few flat arrays, because ten thousand little
 * ones would fill a page's memory and keep its garbage collector busy.
 */
export interface FeatureLists {
  /** In order; a feature's number is its place here. */
  features: Int32Array
  /** By feature number: its first hit; at the end, the number of hits. */
  starts: Int32Array
  /** By hit. */
  words: Int32Array
  weights: Float32Array
}

/** More hits than any help page has; with a feature of 30 bits and a sign, a hit's place still fits into a double. */
const MOST_HITS = 2 ** 22

export function listHits({ features, words, weights }: Hits): FeatureLists {
  const sorted = Float64Array.from(features, (feature, hit) => feature * MOST_HITS + hit).sort()
  const featureOf = (key: number) => Math.floor(key / MOST_HITS)
  const hits = sorted.map((key) => key - featureOf(key) * MOST_HITS)
  const starts = [...sorted.keys()].filter(
    (at) => featureOf(sorted[at] ?? 0) !== featureOf(sorted[at - 1] ?? Number.NaN),
  )
  return {
    features: Int32Array.from(starts, (at) => featureOf(sorted[at] ?? 0)),
    starts: Int32Array.from([...starts, sorted.length]),
    words: Int32Array.from(hits, (hit) => words[hit] ?? 0),
    weights: Float32Array.from(hits, (hit) => weights[hit] ?? 0),
  }
}

/** The number of a feature; `undefined` where no word has it. */
export function numberOf({ features }: FeatureLists, feature: number): number | undefined {
  let from = 0
  let to = features.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((features[middle] ?? 0) < feature) from = middle + 1
    else to = middle
  }
  return features[from] === feature ? from : undefined
}

/** Visits the words that have a feature, with its weight in each. */
export function eachHit(lists: FeatureLists, number: number, visit: (word: number, weight: number) => void): void {
  const end = lists.starts[number + 1] ?? 0
  for (let hit = lists.starts[number] ?? 0; hit < end; hit++) visit(lists.words[hit] ?? 0, lists.weights[hit] ?? 0)
}
