import { fold, isDense, wordsOf } from './fold.ts'

const ALIKE_TEXTS = 0.6
const ALIKE_WORDS = 0.55
/** A word that another one begins with (wrap, wrapping), if it has so many letters. */
const BEGINNING = 0.8
const BEGINNING_FROM = 4

/**
 * Puts together what says nearly the same: texts of one language whose telling words are alike, whatever their order,
 * endings and slips. The first of a group is the first given, so give the most frequent first. `stops`: words that say
 * nothing, parted by spaces.
 */
export function groupSimilar<T>(items: readonly T[], textOf: (item: T) => string, stops: string): T[][] {
  const stopWords = new Set(fold(stops).split(' '))
  const likenesses = new Likenesses()
  const groups: { words: readonly string[]; items: T[] }[] = []
  for (const item of items) {
    const words = tellingWords(textOf(item), stopWords)
    words.forEach((word) => void likenesses.meet(word))
    const home = groups.find((group) => likenesses.ofTexts(group.words, words) >= ALIKE_TEXTS)
    if (home) home.items.push(item)
    else groups.push({ words, items: [item] })
  }
  return groups.map((group) => group.items)
}

function tellingWords(text: string, stopWords: ReadonlySet<string>): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !stopWords.has(word))
  return telling.length > 0 ? telling : words
}

/** How like one another the words are that it has met: looked up by shared pieces, so that many words cost little. */
class Likenesses {
  readonly #pieces = new Map<string, ReadonlySet<string>>()
  readonly #holders = new Map<string, string[]>()
  readonly #alike = new Map<string, Map<string, number>>()

  meet(word: string): void {
    if (this.#pieces.has(word)) return
    const pieces = piecesOf(word)
    const shared = new Map<string, number>()
    for (const piece of pieces) {
      const holders = this.#holders.get(piece) ?? []
      for (const other of holders) shared.set(other, (shared.get(other) ?? 0) + 1)
      this.#holders.set(piece, holders)
      holders.push(word)
    }
    this.#pieces.set(word, pieces)
    this.#alike.set(word, new Map([[word, 1]]))
    for (const [other, count] of shared) this.#compare(word, other, count)
  }

  /** Dice coefficient over the pieces of two words. */
  #compare(word: string, other: string, shared: number): void {
    const sizes = (this.#pieces.get(word)?.size ?? 0) + (this.#pieces.get(other)?.size ?? 0)
    const [short = '', long = ''] = [word, other].sort((a, b) => a.length - b.length)
    const begins = short.length >= BEGINNING_FROM && long.startsWith(short)
    const likeness = Math.max((2 * shared) / sizes, begins ? BEGINNING : 0)
    if (likeness < ALIKE_WORDS) return
    this.#alike.get(word)?.set(other, likeness)
    this.#alike.get(other)?.set(word, likeness)
  }

  /** The mean, over the words of both texts, of how like the nearest word of the other is, 0 to 1. */
  ofTexts(one: readonly string[], other: readonly string[]): number {
    const count = one.length + other.length
    return count === 0 ? 1 : (this.#coverage(one, other) + this.#coverage(other, one)) / count
  }

  #coverage(words: readonly string[], others: readonly string[]): number {
    let sum = 0
    for (const word of words) {
      const alike = this.#alike.get(word)
      let best = 0
      for (const other of others) best = Math.max(best, alike?.get(other) ?? 0)
      sum += best
    }
    return sum
  }
}

/** Pieces of two and three letters with the word's ends; of one and two signs where there are no spaces. */
function piecesOf(word: string): ReadonlySet<string> {
  const signs = isDense(word) ? [...word] : ['^', ...word, '$']
  const sizes = isDense(word) ? [1, 2] : [2, 3]
  const pieces = new Set<string>()
  for (const size of sizes)
    for (let start = 0; start + size <= signs.length; start++) pieces.add(signs.slice(start, start + size).join(''))
  return pieces
}
