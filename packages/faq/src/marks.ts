import type { Locale } from '@deskbell/protocol'
import type { Lexicons } from './lexicon.ts'
import { matchesIn, type Range } from './matches.ts'

/** A piece of a text, and whether it matches the query. */
export interface MarkedText {
  text: string
  isMatch: boolean
}

/** Cuts a text into matching and other pieces; put together again they are the text exactly. No piece is empty. */
export function markMatches(text: string, query: string, locale: Locale, lexicons?: Lexicons): MarkedText[] {
  const pieces: MarkedText[] = []
  let place = 0
  const add = (end: number, isMatch: boolean) => {
    if (end > place) pieces.push({ text: text.slice(place, end), isMatch })
    place = end
  }
  for (const { start, end } of matchesIn(text, query, locale, lexicons)) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return pieces
}

const LEAD = 0.3
const SPACE = /\s/
const ELLIPSIS = '…'

/**
 * The part of a plain answer with the most matches in it, at most `length` UTF-16 units and an ellipsis on each side
 * where something was left out. Cut between words; inside a run without spaces, between signs. Give the answer's
 * `locale`, so that words such as "the" do not draw the part to them.
 */
export function snippetOf(answer: string, query: string, length: number, locale: Locale = ''): string {
  const text = answer.trim()
  if (text.length <= length) return text
  const from = wordStart(text, bestStart(text.length, matchesIn(text, query, locale), length))
  const to = wordEnd(text, from, Math.min(text.length, from + length))
  const part = text.slice(from, to).trim()
  return `${from > 0 ? ELLIPSIS : ''}${part}${to < text.length ? ELLIPSIS : ''}`
}

/** Where the stretch with the most matching letters begins, some words ahead of its first match. */
function bestStart(textLength: number, matches: readonly Range[], length: number): number {
  let best = { start: 0, letters: 0 }
  for (const { start } of [{ start: 0 }, ...matches]) {
    const from = Math.max(0, Math.min(start - Math.floor(length * LEAD), textLength - length))
    const inside = matches.filter((match) => match.start >= from && match.end <= from + length)
    const letters = inside.reduce((sum, match) => sum + match.end - match.start, 0)
    if (letters > best.letters) best = { start: from, letters }
  }
  return best.start
}

const SEARCHED = 24

function wordStart(text: string, from: number): number {
  if (from === 0 || SPACE.test(text[from - 1] ?? '')) return from
  const space = text.slice(from, from + SEARCHED).search(SPACE)
  return space < 0 ? wholeSign(text, from) : from + space + 1
}

function wordEnd(text: string, from: number, to: number): number {
  if (to === text.length || SPACE.test(text[to] ?? '')) return to
  for (let end = to; end > Math.max(from, to - SEARCHED); end--) if (SPACE.test(text[end - 1] ?? '')) return end - 1
  return wholeSign(text, to)
}

/** Steps back out of the middle of a surrogate pair. */
function wholeSign(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}
