/**
 * Inverted lists: which words have a feature, and how heavy it is in each. Kept in a few flat arrays, each hit pointing at
 * the one before it, because ten thousand little arrays would keep a page's garbage collector busy.
 */
export interface FeatureLists {
  numbers: Map<string, number>
  /** By feature: its latest hit. */
  latest: number[]
  /** By hit: the one before it of the same feature, or -1. */
  before: number[]
  words: number[]
  weights: number[]
}

export function noLists(): FeatureLists {
  return { numbers: new Map(), latest: [], before: [], words: [], weights: [] }
}

export function addHit(lists: FeatureLists, feature: string, word: number, weight: number): void {
  let number = lists.numbers.get(feature)
  if (number === undefined) {
    number = lists.numbers.size
    lists.numbers.set(feature, number)
  }
  lists.before.push(lists.latest[number] ?? -1)
  lists.latest[number] = lists.words.length
  lists.words.push(word)
  lists.weights.push(weight)
}

/** Visits the words that have a feature, with its weight in each. */
export function eachHit(lists: FeatureLists, feature: number, visit: (word: number, weight: number) => void): void {
  for (let hit = lists.latest[feature] ?? -1; hit >= 0; hit = lists.before[hit] ?? -1)
    visit(lists.words[hit] ?? 0, lists.weights[hit] ?? 0)
}
