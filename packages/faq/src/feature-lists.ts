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
const HITS_A_SLICE = 2_000

/** Plain loops, which are several times as fast here as mapping; it stops after every slice. */
export function* listHits({ features, words, weights }: Hits): Generator<void, FeatureLists> {
  const count = features.length
  const keys = new Float64Array(count)
  for (let hit = 0; hit < count; hit++) keys[hit] = (features[hit] ?? 0) * MOST_HITS + hit
  yield
  keys.sort()
  const named: number[] = []
  const starts: number[] = []
  const lists = { words: new Int32Array(count), weights: new Float32Array(count) }
  for (let at = 0; at < count; at++) {
    if (at % HITS_A_SLICE === 0) yield
    const key = keys[at] ?? 0
    const feature = Math.floor(key / MOST_HITS)
    const hit = key - feature * MOST_HITS
    if (feature !== named.at(-1)) starts[named.push(feature) - 1] = at
    lists.words[at] = words[hit] ?? 0
    lists.weights[at] = weights[hit] ?? 0
  }
  return { ...lists, features: new Int32Array(named), starts: new Int32Array([...starts, count]) }
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
