import Fuse from 'fuse.js'

interface Asked {
  question: string
}

const matching = { threshold: 0.35, ignoreLocation: true, ignoreDiacritics: true }

/**
 * Finds questions by words in any order, without regard to case and accents, those with the very phrase first; only where
 * nothing has all the words, by words that are not spelled right, which takes far longer.
 */
export function createQuestionFinder<T extends Asked>(all: readonly T[]): (text: string) => readonly T[] {
  const plain = all.map((one) => ({ one, words: plainText(one.question) }))
  let fuse: Fuse<T> | undefined
  return (text) => {
    const phrase = plainText(text)
    const words = phrase.split(/\s+/)
    const found = plain.filter((one) => words.every((word) => one.words.includes(word)))
    if (found.length === 0) {
      fuse ??= new Fuse(all, { keys: ['question'], ...matching })
      return fuse.search(text).map(({ item }) => item)
    }
    const rank = (one: (typeof plain)[number]) => (one.words.includes(phrase) ? 0 : 1)
    return found.toSorted((one, other) => rank(one) - rank(other)).map(({ one }) => one)
  }
}

function plainText(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}
