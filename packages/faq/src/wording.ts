import { type Locale, limits } from '@deskbell/protocol'
import { languageOf } from './fallback.ts'
import { fold, wordsOf } from './fold.ts'
import { denseNames, introducingWords, streetEnding, streetWords, titleWords } from './name-cues.ts'

export interface WordingOptions {
  locale: Locale
  /** Words that say nothing, parted by spaces. */
  stops?: string
  /** The site's own words, folded. */
  known?: ReadonlySet<string>
}

/** A word between spaces. */
interface Token {
  text: string
  /** Folded, without the signs around it. */
  folded: string
  isNumber: boolean
  /** May be a name: it has a capital, or its script has none. */
  isCapital: boolean
  isGone: boolean
}

const SPACED = '[^\\s\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]'
const ADDRESSES = new RegExp(`${SPACED}*@${SPACED}*|(?:https?://|www\\.)${SPACED}*`, 'giu')
/** Numbers stand apart, with whatever hangs on them: `HC-7K2QM`. */
const NUMBERS = new RegExp(`${SPACED}*\\p{N}${SPACED}*`, 'gu')
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}ー]+$/gu
/** How many words may lie between a street and its number. */
const STREET_REACH = 3

/**
 * What somebody calls a thing, fit to be kept and shown: folded words without numbers, e-mail and postal addresses, links
 * and what looks like a person's name. With `known`, capitalised words that the site does not use count as names too where
 * two stand together or one stands beside a number, German aside.
 * `undefined` when nothing telling is left, or the text is too long to be a wording.
 */
export function wordingOf(text: string, { locale, stops = '', known }: WordingOptions): string | undefined {
  if (text.length > limits.queryLength) return undefined
  const bare = denseNames.reduce((rest, names) => rest.replace(names, ' '), text.replace(ADDRESSES, ' '))
  const tokens = bare.replace(NUMBERS, ' $& ').trim().split(/\s+/).map(toToken)
  for (const at of tokens.keys()) removeNameAfter(tokens, at)
  for (const at of tokens.keys()) removeStreet(tokens, at)
  if (known && languageOf(locale) !== 'de') removeUnknownNames(tokens, known)
  const kept = tokens.filter((token) => !token.isGone && !token.isNumber && token.folded !== '')
  const wording = kept.map((token) => token.folded).join(' ')
  return isTelling(wording, new Set(fold(stops).split(' '))) ? wording : undefined
}

/** A wording somebody gives by hand: folded words, nothing taken out. */
export function foldedWording(text: string): string {
  const words = text.split(/\s+/).map((word) => fold(word.replace(AROUND, '')))
  return words.filter((word) => word !== '').join(' ')
}

/** The folded words of the site's own texts, for `known`. */
export function knownWordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(wordsOf))
}

function toToken(text: string): Token {
  const folded = fold(text.replace(AROUND, ''))
  const isCapital = /^\P{L}*(?:\p{Lu}[^\p{Lu}]*$|\p{Lo})/u.test(text) && /\p{L}/u.test(text)
  return { text, folded, isNumber: /\p{N}/u.test(text), isCapital, isGone: false }
}

function remove(tokens: readonly Token[], from: number, to: number): void {
  for (const token of tokens.slice(Math.max(0, from), to)) token.isGone = true
}

/** "Mrs Berg", "my name is Anna Berg": the cue goes with the name. */
function removeNameAfter(tokens: readonly Token[], at: number): void {
  const next = tokens[at + 1]
  if (next?.isCapital && titleWords.has(tokens[at]?.folded ?? '')) remove(tokens, at, at + 2)
  for (const cue of introducingWords) {
    if (!cue.every((word, step) => tokens[at + step]?.folded === word)) continue
    const end = at + cue.length
    const hasSurname = tokens[end + 1]?.isCapital && /\p{Lu}/u.test(tokens[end + 1]?.text ?? '')
    remove(tokens, at, end + (hasSurname ? 2 : 1))
  }
}

/** A street with a number near it goes with all between them; after "12 rue" its name follows. */
function removeStreet(tokens: readonly Token[], at: number): void {
  const word = tokens[at]?.folded ?? ''
  if (!streetWords.has(word) && !streetEnding.test(word)) return
  const steps = Array.from({ length: STREET_REACH + 1 }, (_, step) => step + 1)
  const after = steps.find((step) => tokens[at + step]?.isNumber)
  const before = steps.find((step) => tokens[at - step]?.isNumber)
  if (after) remove(tokens, at, at + after + 1)
  else if (before) remove(tokens, at - before, at + (before === 1 ? STREET_REACH + 1 : 1))
}

function removeUnknownNames(tokens: readonly Token[], known: ReadonlySet<string>): void {
  const isName = (token: Token | undefined) =>
    token?.isCapital === true && /\p{Lu}/u.test(token.text) && !wordsOf(token.text).every((word) => known.has(word))
  const hasPlainWord = tokens.some((token) => /^\P{L}*\p{Ll}/u.test(token.text))
  if (!hasPlainWord) return
  const names = tokens.map(isName)
  for (const [at, token] of tokens.entries()) {
    const neighbours = [at - 1, at + 1]
    if (names[at] && neighbours.some((beside) => names[beside] || tokens[beside]?.isNumber)) token.isGone = true
  }
}

/** At least one word that is no stop word, of two letters or signs. */
function isTelling(wording: string, stopWords: ReadonlySet<string>): boolean {
  return wordsOf(wording).some((word) => word.length > 1 && !stopWords.has(word))
}
