import type { NewItem } from '@deskbell/desk'
import { isDense, wordsOf } from '@deskbell/faq'

/** A word of fewer letters is found as it stands, not as the beginning of others. */
const shortestBeginning = 3
/** Of a longer beginning the index is asked for so much, which it has at hand (`prefix` in store/schema.ts). */
const longestBeginning = 6
/** The Arabic article, alone and with what is written together with it. */
const article = /^(?:[وفبك]?ال|لل)(?=\p{sc=Arab}{3})/u
/** No word has these signs. */
const signs = { operator: '\u{e000}', label: '\u{e001}', answered: '\u{e002}' }

export interface Asked {
  /** In the words of FTS5: https://sqlite.org/fts5.html#full_text_query_syntax. May find more than is meant. */
  match: string
  /** Where `match` finds more: what a term must begin with. */
  beginning?: string
}

/** What was written there by somebody: a message, a note, or why it was closed; `''` where nothing was. */
export function wordsIn(item: NewItem): string {
  if ('text' in item) return item.text
  return (item.kind === 'closed' && item.reason) || ''
}

/** What a text is found by: its folded words; of a run without spaces its signs, and every two that follow each other. */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    if (isDense(word)) return [...pairsOf(word), ...new Set(word)]
    const bare = word.replace(article, '')
    return bare === word ? word : [word, bare]
  })
}

/** What a conversation is found by beside its words: whose it is, who answered in it, and its labels. */
export function markOf(kind: keyof typeof signs, value: string): string {
  return signs[kind] + Buffer.from(value).toString('hex')
}

function pairsOf(run: string): string[] {
  const all = Array.from(run)
  return all.slice(1).map((sign, index) => `${all[index]}${sign}`)
}

/** Those that are an operator's, or in which they answered; those with a label. */
export function askedBy({ operator, label }: { operator?: string | undefined; label?: string | undefined }): Asked[] {
  const whose = operator && `"${markOf('operator', operator)}" OR "${markOf('answered', operator)}"`
  return [whose, label && `"${markOf('label', label)}"`].flatMap((match) => (match ? { match } : []))
}

/** Of the terms of a conversation, who answered in it. */
export function answeredIn(terms: string): string[] {
  return terms.split(' ').filter((term) => term.startsWith(signs.answered))
}

/** The words of a query, each as it stands or as a beginning. */
export function askedIn(query: string): Asked[] {
  return [...new Set(wordsOf(query))].map((word) => {
    if (isDense(word)) return { match: `"${pairsOf(word).join(' ') || word}"` }
    const bare = word.replace(article, '')
    if (bare.length < shortestBeginning) return { match: `"${bare}"` }
    const match = `"${bare.slice(0, longestBeginning)}" *`
    return bare.length > longestBeginning ? { match, beginning: bare } : { match }
  })
}
