import { isDense, wordsOf } from '@deskbell/faq'

/** A word of fewer letters is found as it stands, not as the beginning of others. */
const shortestBeginning = 3
/** Of a longer beginning the index is asked for so much, which it has at hand (`prefix` in store/schema.ts). */
const longestBeginning = 6

/** What a text is found by: its folded words, and of a run without spaces every two signs that follow each other. */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => (isDense(word) ? pairsOf(word) : word))
}

function pairsOf(run: string): string[] {
  const signs = Array.from(run)
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
}

/**
 * The query in the words of FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax): all of its words, each as it stands
 * or as a beginning. Undefined where nothing of it can be searched for. Finds more than long words ask for: see `hasLong`.
 */
export function matchOf(query: string): string | undefined {
  const parts = wordsOf(query).map((word) => {
    if (isDense(word)) return `"${termsOf(word).join(' ')}"${Array.from(word).length === 1 ? ' *' : ''}`
    return word.length < shortestBeginning ? `"${word}"` : `"${word.slice(0, longestBeginning)}" *`
  })
  return parts.length > 0 ? parts.join(' AND ') : undefined
}

/** Whether the long words of a query stand in a text from their beginning to their end. */
export function hasLong(query: string): (text: string) => boolean {
  const long = wordsOf(query).filter((word) => !isDense(word) && word.length > longestBeginning)
  if (long.length === 0) return () => true
  return (text) => {
    const words = wordsOf(text)
    return long.every((beginning) => words.some((word) => word.startsWith(beginning)))
  }
}
